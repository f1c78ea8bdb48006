/**
 * Saves the form a moment after the last change, says how it went, and never overwrites another tab. Until a save
 * has arrived, the words are kept in the browser (`unsaved.ts`).
 */
import { deserialize } from '$app/forms';
import type { Kept } from './form-data.ts';
import type { SubmissionWords } from './words/words.ts';
import { forgetUnsaved, keepUnsaved, unsavedIn } from './unsaved.ts';

export interface Autosave {
  readonly words: string;
  readonly waits: boolean;
  readonly stale: Kept | null;
  changed(): void;
  /** Mine is to stand: the next save is based on theirs. */
  keepMine(): void;
  /** Before the form itself is sent, nothing may still be on its way. */
  settle(): Promise<void>;
}

export function autosave(
  submission: string,
  form: () => HTMLFormElement | undefined,
  w: SubmissionWords['form']['saving'],
  delay = 1_200,
): Autosave {
  let words = $state('');
  let waits = $state(false);
  let stale = $state<Kept | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<void> | null = null;
  let keeping: Promise<boolean> = Promise.resolve(false);

  async function send() {
    const element = form();
    if (!element || stale) return;
    waits = false;
    words = w.now;
    const body = new FormData(element);
    // Somebody half typed is nobody yet: they are added by their button.
    body.delete('people.new.name');
    body.set('do', '');
    try {
      const response = await fetch('?/save', {
        method: 'POST',
        headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
        body,
      });
      const result = deserialize<Kept, Kept>(await response.text());
      if (result.type !== 'success' && result.type !== 'failure') throw new Error('not kept');
      take(element, result.data!);
    } catch {
      waits = true;
      words = (await keeping) ? w.inBrowser : w.onPage;
      timer = setTimeout(start, 5_000);
    }
  }

  function take(element: HTMLFormElement, kept: Kept) {
    if (kept.theirs) {
      stale = kept;
      words = w.between;
      return;
    }
    (element.elements.namedItem('base') as HTMLInputElement).value = String(kept.revision);
    const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' }).format();
    if (!kept.sentence && !waits) void forgetUnsaved(submission);
    words = kept.sentence ? w.partly(firstOf(kept) ?? '') : w.at(clock);
  }

  const start = () => {
    sending = (sending ?? Promise.resolve()).then(send);
  };

  return {
    get words() {
      return words;
    },
    get waits() {
      return waits;
    },
    get stale() {
      return stale;
    },
    changed() {
      waits = true;
      words = w.notYet;
      const element = form();
      if (element) keeping = keepUnsaved(submission, unsavedIn(element));
      clearTimeout(timer);
      timer = setTimeout(start, delay);
    },
    keepMine() {
      const element = form();
      if (!stale || !element) return;
      (element.elements.namedItem('base') as HTMLInputElement).value = String(stale.revision);
      stale = null;
      start();
    },
    async settle() {
      clearTimeout(timer);
      waits = false;
      await sending;
    },
  };
}

const firstOf = ({ fields, sentence }: Kept) => Object.values(fields)[0] ?? sentence;
