/** Letters about files, as pure functions of facts. */

export function deletionLetter({ title, on, address }: { title: string; on: string; address: string }) {
  const work = title.trim() === '' ? 'your submission' : `“${title.trim()}”`;
  return {
    subject: `The files of ${work} will be deleted on ${on}`,
    body: [
      `The call said that files which are withdrawn or not selected are deleted in the end. For ${work} that day is ${on}.`,
      'If you want a copy, download your files before then:',
      address,
      'The record of what you wrote and when stays with the organizers; only the files go.',
    ].join('\n\n'),
  };
}
