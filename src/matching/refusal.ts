/** What cannot be matched or read, in words fit to show; whoever calls decides how it is told. */
export class Unmatchable extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'Unmatchable';
  }
}

/** Up to five names, and how many more. */
export function someOf(names: string[]): string {
  const shown = names.slice(0, 5).join(', ');
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}
