/** What pages of a submission say in French. */
import type { en } from './en.ts';

export const fr: typeof en = {
  thread: {
    organizers: 'Le comité d’organisation',
    nameless: 'Sans nom pour l’instant',
    forOrganizers: ', pour le comité d’organisation',
  },
};
