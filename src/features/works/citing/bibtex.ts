/** BibTeX: `@misc`, because `@inproceedings` would claim proceedings. */
import type { PublicCredit, PublicRecord } from '../record.ts';
import type { CitedIn } from './addresses.ts';
import { citationOf } from './citation.ts';
import { latex } from './latex.ts';

export function bibTeX(record: PublicRecord, at: CitedIn): string {
  const cited = citationOf(record, at);
  const fields: [string, string][] = [
    ['title', `{${latex(cited.title)}}`],
    ['author', cited.people.map(author).join(' and ')],
    ['year', cited.year],
    ['howpublished', latex(`${cited.genre}, ${cited.event.name}`)],
    ['note', latex(cited.notes.join('. '))],
    ['keywords', latex(cited.topics.join(', '))],
    ['abstract', latex(cited.summary)],
    ['copyright', latex(cited.rights)],
    ['langid', latex(cited.language)],
    ['url', verbatim(cited.url)],
  ];
  const lines = fields.filter(([, value]) => value !== '' && value !== '{}');
  return `@misc{${cited.key},\n${lines.map(([name, value]) => `  ${name} = {${value}},`).join('\n')}\n}\n`;
}

/** A group is one name; so is a person whose name has a comma or an "and", which BibTeX would cut apart. */
const author = ({ kind, name }: PublicCredit) =>
  kind === 'collective' || /,|\band\b/i.test(name) ? `{${latex(name)}}` : latex(name);

/** Printed by \url, which takes every sign as it stands, but braces must stay whole. */
const verbatim = (url: string) => url.replace(/[{}\\\s]/g, encodeURIComponent);
