/** For tests: what a person is told when something is refused. */

/** The kind, the sentence and the fields of a refusal; that nothing was refused, where nothing was. */
export const told = (asked: Promise<unknown>) =>
  asked.then(
    () => 'nothing refused',
    ({ kind, message, fields }) => ({ kind, message, fields }),
  );
