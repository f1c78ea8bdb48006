/** What the organizers overlook in a whole call, told to whoever hands in. */
import { waiverFor } from '#app/features/calls/waiver.ts';
import type { AuthorView } from './views.ts';

/** Each finding that is waived, with the reason that the organizers gave. */
export const waivedWith = ({ waived, waivers }: Pick<AuthorView, 'waived' | 'waivers'>) =>
  waived.map(({ code, message }) => ({ message, reason: waiverFor({ code }, waivers)?.reason ?? '' }));
