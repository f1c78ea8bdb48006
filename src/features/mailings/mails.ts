/** The daily digest: the letters one after the other, each under its subject. */
export function digestLetter(letters: { subject: string; body: string }[], preferencesLink: string) {
  const parts = letters.map(({ subject, body }) => `${subject}\n\n${body.trim()}`);
  return {
    subject: letters.length === 1 ? letters[0]!.subject : `${letters.length} letters of the last day`,
    body: `${parts.join('\n\n— — —\n\n')}\n\n— — —\n\nYou get these once a day, as you chose here:\n\n${preferencesLink}\n`,
  };
}
