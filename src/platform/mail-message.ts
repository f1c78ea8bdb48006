/** A letter as a mail message: plain text, and the least markup that makes it readable, both from one body. */
import { letterKinds, isLetterKind } from './letter.ts';

export interface LetterFacts {
  kind: string;
  toAddress: string;
  toName: string;
  subject: string;
  body: string;
  messageId: string;
  /** Where a list is left for which one needs no account. */
  leaveUrl?: string | null;
}

/** In the form that nodemailer takes. Letters that may be turned off say where (List-Unsubscribe, RFC 2369). */
export function messageOf(
  letter: LetterFacts,
  { from, url, now }: { from: { name: string; address: string }; url: string; now: Date },
) {
  const essential = !isLetterKind(letter.kind) || letterKinds[letter.kind].essential;
  const way = letter.leaveUrl ?? (essential ? null : `${url}/account/letters`);
  return {
    from,
    to: { name: letter.toName, address: letter.toAddress },
    subject: letter.subject,
    text: letter.body,
    html: markupOf(letter.body, url),
    messageId: letter.messageId,
    date: now,
    headers: {
      // Machines that answer letters shall not answer these (RFC 3834).
      'Auto-Submitted': 'auto-generated',
      ...(way && { 'List-Unsubscribe': `<${way}>` }),
    },
  };
}

/** Only a line that is an address of this Salon becomes a link: what people typed stays text. */
export function markupOf(body: string, url: string): string {
  const paragraphs = body
    .trim()
    .split(/\n\s*\n/)
    .map(
      (paragraph) =>
        `<p dir="auto">${paragraph
          .split('\n')
          .map((line) => lineOf(line, url))
          .join('<br>\n')}</p>`,
    );
  return `<!doctype html>\n<meta charset="utf-8">\n${paragraphs.join('\n')}\n`;
}

function lineOf(line: string, url: string): string {
  const text = escaped(line);
  return isOwnLink(line.trim(), url) ? `<a href="${text.trim()}">${text.trim()}</a>` : text;
}

/** Whether a line, trimmed, is nothing but an address below `url`, in the signs of RFC 3986. */
export const isOwnLink = (line: string, url: string) =>
  line.startsWith(`${url}/`) && /^[\w\-.~:/?#@!$&'()*+,;=%[\]]+$/.test(line);

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
