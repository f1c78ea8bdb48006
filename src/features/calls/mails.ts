/** Letters about calls, as pure functions of facts. */
interface Extended {
  callTitle: string;
  editionName: string;
  was: string;
  words: string;
  utc: string;
  reason: string;
  link: string;
}

export function extensionLetter({ callTitle, editionName, was, words, utc, reason, link }: Extended) {
  return {
    subject: `More time: ${callTitle}, ${editionName}`,
    body: [
      `The deadline of “${callTitle}” has been extended.`,
      `New deadline: ${words}\n(in UTC: ${utc})\nBefore: ${was}`,
      `The organizers say: ${reason}`,
      `Nothing you saved or submitted is affected. You can go on here:\n${link}`,
    ].join('\n\n'),
  };
}
