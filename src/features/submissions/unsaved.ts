/**
 * What was typed and has not reached the server, kept in this browser so that it outlives a closed or killed one.
 * Owns one small database of the browser: an entry for each submission, gone once a save has arrived. Not in
 * localStorage: Chromium writes that down only seconds later. Where a browser has no place, nothing is kept.
 */

export interface Unsaved {
  /** The revision that the words were typed upon. */
  base: string;
  fields: [name: string, value: string][];
}

/** Fields as they would be sent, without what is chosen from the computer. */
export function unsavedIn(form: HTMLFormElement): Unsaved {
  const fields = [...new FormData(form)].filter((field): field is [string, string] => !isOwn(field));
  return { base: (form.elements.namedItem('base') as HTMLInputElement).value, fields };
}

/** Resolves to whether it is kept. */
export const keepUnsaved = (submission: string, unsaved: Unsaved): Promise<boolean> =>
  ask('readwrite', (store) => store.put(unsaved, submission)).then(
    () => true,
    () => false,
  );

export const findUnsaved = (submission: string): Promise<Unsaved | undefined> =>
  ask<Unsaved | undefined>('readonly', (store) => store.get(submission)).catch(() => undefined);

export const forgetUnsaved = (submission: string): Promise<void> =>
  ask('readwrite', (store) => store.delete(submission)).then(
    () => undefined,
    () => undefined,
  );

/** Writes the words into the form’s fields, as if they were typed again. */
export function typeAgain(form: HTMLFormElement, { base, fields }: Unsaved): void {
  const kept = Map.groupBy(fields, ([name]) => name);
  for (const element of form.elements) {
    const field = element as HTMLInputElement;
    const values = kept.get(field.name);
    if (field.type === 'checkbox' || field.type === 'radio') {
      field.checked = values?.some(([, value]) => value === field.value) ?? false;
      if (field.checked) field.dispatchEvent(new Event('change', { bubbles: true }));
    } else {
      const value = values?.shift()?.[1];
      if (value === undefined || ['hidden', 'submit'].includes(field.type) || field.value === value) continue;
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
  (form.elements.namedItem('base') as HTMLInputElement).value = base;
}

/** Whether a form says all that was kept already. */
export const saysAll = (form: HTMLFormElement, { fields }: Unsaved): boolean =>
  JSON.stringify(unsavedIn(form).fields) === JSON.stringify(fields);

const isOwn = ([name, value]: [string, FormDataEntryValue]) => typeof value !== 'string' || name === 'base';

async function ask<T>(
  mode: IDBTransactionMode,
  request: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await opened();
  try {
    const transaction = database.transaction('unsaved', mode);
    const asked = request(transaction.objectStore('unsaved'));
    await new Promise<void>((done, fail) => {
      transaction.oncomplete = () => done();
      transaction.onabort = () => fail(transaction.error);
    });
    return asked.result;
  } finally {
    database.close();
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((give, fail) => {
    const request = indexedDB.open('salon', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('unsaved');
    request.onsuccess = () => give(request.result);
    request.onerror = () => fail(request.error);
  });
}
