/** What pages of a submission say in English; `fr.ts` has the same. */
export const en = {
  thread: {
    organizers: 'The organizers',
    nameless: 'Without a name yet',
    forOrganizers: ', for the organizers',
  },
};
