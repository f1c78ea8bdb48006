/** What stops Salon from starting and can be put right by the person who runs it: one sentence, then the next step. */
export class Trouble extends Error {
  override name = 'Trouble';
}
