/** For tests of French pages: what English is left on them, of our own sentences and of words that English needs. */
import { en as people } from '#app/features/people/words/en.ts';
import { fr as peopleFr } from '#app/features/people/words/fr.ts';
import { en as site } from '#app/features/site/words/en.ts';
import { fr as siteFr } from '#app/features/site/words/fr.ts';
import { french } from '#app/features/site/words/saying.ts';
import { en as submissions } from '#app/features/submissions/words/en.ts';
import { fr as submissionsFr } from '#app/features/submissions/words/fr.ts';
import { uiWords } from '#app/ui/words.ts';

/** What is read or read out of a page, without its code and without what is marked as being in another language. */
export function textOf(html: string): string {
  const shown = html.replaceAll(
    /<script[^]*?<\/script>|<style[^]*?<\/style>|<code[^]*?<\/code>|<pre[^]*?<\/pre>|<(\w+)[^>]*\slang="en"[^>]*>[^]*?<\/\1>/g,
    (found) => (found.startsWith('<html') ? found : ' '),
  );
  const said = [
    ...shown.matchAll(
      /\s(?:aria-label|alt|title|label|placeholder|data-(?:copied|all|some|time))="([^"]*)"/g,
    ),
  ].map(([, words]) => words);
  return [shown.replaceAll(/<[^>]*>/g, ' '), ...said]
    .join(' | ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\{\w+\}/g, '')
    .replaceAll(/[ \n]+/g, ' ');
}

/** Sentences of a table that make no use of anything given. */
export const sentencesOf = (table: unknown): string[] =>
  typeof table === 'string'
    ? [table]
    : typeof table === 'object' && table !== null
      ? Object.values(table).flatMap(sentencesOf)
      : [];

const inFrench = [siteFr, peopleFr, submissionsFr, uiWords.fr].flatMap(sentencesOf).join('\n').toLowerCase();
const inEnglish = [site, people, submissions, uiWords.en, Object.keys(french)]
  .flatMap(sentencesOf)
  .filter((one) => one.length > 3 && !inFrench.includes(one.toLowerCase()) && one !== site.locale);
const patterns = inEnglish.map((one) => ({
  one,
  pattern: new RegExp(`(?<![\\p{L}])${one.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}])`, 'u'),
}));

const common =
  /(?<![\p{L}’'.@-])(the|and|of|your|this|that|with|from|read|show|by|at most|is|are|was|in|it|all|not|to|as|or|you|time|works|papers|before|January|May|June|July|August|September|October|November|December|Monday|Tuesday|Saturday|Sunday)(?![\p{L}@-])/iu;

/** Names and titles that the small edition brings, which nobody translates. */
const brought = [
  'The Small Workshop (invented)',
  'Call for papers',
  'Call for creative work',
  'Rana Reviewer',
  'Jiro Juror',
  'Ada Author',
  'Benno Co-Author',
  'Olga Organizer',
  'On Looking Twice',
  'An invented abstract.',
  'English',
  'Français',
];

/** Every English sentence of ours and the first English word that stand on a page; empty where it is all French. */
export function englishIn(html: string): string[] {
  const text = brought
    .reduce((left, words) => left.replaceAll(words, '§'), textOf(html))
    .replaceAll(/«[^»]*»/g, '');
  const word = common.exec(text);
  return [
    ...patterns.filter(({ pattern }) => pattern.test(text)).map(({ one }) => one),
    ...(word ? [`…${text.slice(Math.max(0, word.index - 40), word.index + 40)}…`] : []),
  ];
}

/** What the root of a page says: `fr ltr`. */
export const languageOf = (html: string) =>
  /<html lang="([^"]*)" dir="([^"]*)">/.exec(html)?.slice(1).join(' ');
