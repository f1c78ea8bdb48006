/** What can be taken down and what then stands there, in words; and what we promise about the time. */
import type { TakedownScope } from './ledger.ts';

export const takedownWords: Record<TakedownScope, { label: string; help: string }> = {
  page: {
    label: 'Its page',
    help: 'And everything on it, lists and feeds included. A short notice stays in its place.',
  },
  media: { label: 'Its files', help: 'Pictures, film, sound, PDF. The words on the page stay.' },
  archive: { label: 'The archive', help: 'Copies of the archive made from now on go without it.' },
};

/** What the public reads where nobody wrote words of their own. */
export const standardTombstone = {
  people: 'This was taken down at the request of its people.',
  organizers: 'This was taken down by the organizers.',
};

export const takedownPromise =
  'We promise to hide it within 24 hours; here it is hidden as soon as you press the button. Copies that others have made meanwhile are beyond our reach.';
