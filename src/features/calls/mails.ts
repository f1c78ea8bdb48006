/** Letters about calls, as pure functions of facts. */
interface Extended {
  callTitle: string;
  round?: 'submission' | 'final';
  editionName: string;
  was: string;
  words: string;
  utc: string;
  reason: string;
  link: string;
}

export function extensionLetter({
  callTitle,
  round = 'submission',
  editionName,
  was,
  words,
  utc,
  reason,
  link,
}: Extended) {
  const of = round === 'final' ? `final versions of “${callTitle}”` : `“${callTitle}”`;
  return {
    subject: `More time: ${round === 'final' ? 'final versions, ' : ''}${callTitle}, ${editionName}`,
    body: [
      `The deadline of ${of} has been extended.`,
      `New deadline: ${words}\n(in UTC: ${utc})\nBefore: ${was}`,
      `The organizers say: ${reason}`,
      `Nothing you saved or submitted is affected. You can go on here:\n${link}`,
    ].join('\n\n'),
  };
}
