/** What was dropped or chosen in a browser, as files with their paths: folders are walked, junk is left out. */
import { isJunk } from '#app/preflight/names.ts';

export interface Chosen {
  file: File;
  /** With folders, where there are any. */
  name: string;
}

export function chosenIn(list: FileList | null): Chosen[] {
  return [...(list ?? [])]
    .map((file) => ({ file, name: file.webkitRelativePath || file.name }))
    .filter(({ name }) => !isJunk(name));
}

/** Must be called while the event is being handled: browsers empty the transfer afterwards. */
export async function droppedIn(transfer: DataTransfer): Promise<Chosen[]> {
  const entries = [...transfer.items]
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry !== null);
  if (entries.length === 0) return chosenIn(transfer.files);
  const found = await Promise.all(entries.map((entry) => walk(entry, '')));
  return found.flat().filter(({ name }) => !isJunk(name));
}

async function walk(entry: FileSystemEntry, folder: string): Promise<Chosen[]> {
  const name = folder + entry.name;
  if (entry.isFile) {
    const file = await new Promise<File>((give, fail) => (entry as FileSystemFileEntry).file(give, fail));
    return [{ file, name }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const inside: FileSystemEntry[] = [];
  // A reader gives at most a hundred at a time.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((give, fail) => reader.readEntries(give, fail));
    if (some.length === 0) break;
    inside.push(...some);
  }
  return (await Promise.all(inside.map((one) => walk(one, `${name}/`)))).flat();
}
