/**
 * In which language somebody's words are. Owns what their script alone can tell: where a script belongs to one
 * language it is that one, where to several the script is named and the language left open, and where nothing tells,
 * it is that of the edition. Never a guess between languages of one script.
 */
const scripts: [test: RegExp, language: string, of: RegExp][] = [
  [/\p{Script=Hiragana}|\p{Script=Katakana}/gu, 'ja', /^ja\b/],
  [/\p{Script=Hangul}/gu, 'ko', /^ko\b/],
  [/\p{Script=Han}/gu, 'zh', /^(zh|yue|ja|ko)\b/],
  [/\p{Script=Arabic}/gu, 'ar', /^(ar|fa|ur|ps|ckb|ug|sd|ks)\b/],
  [/\p{Script=Hebrew}/gu, 'he', /^(he|yi|iw)\b/],
  [/\p{Script=Greek}/gu, 'el', /^el\b/],
  [/\p{Script=Thai}/gu, 'th', /^th\b/],
  [/\p{Script=Georgian}/gu, 'ka', /^ka\b/],
  [/\p{Script=Armenian}/gu, 'hy', /^hy\b/],
  [/\p{Script=Cyrillic}/gu, 'und-Cyrl', /^(ru|uk|bg|sr|mk|be|kk|ky|mn|tg)\b/],
  [/\p{Script=Devanagari}/gu, 'und-Deva', /^(hi|mr|ne|sa)\b/],
];

/** Letters that Arabic lacks tell its neighbours apart from it. */
const besideArabic: [test: RegExp, language: string][] = [
  [/[ٹڈڑںے]/u, 'ur'],
  [/[ټډړښڼ]/u, 'ps'],
  [/[پچژگ]/u, 'fa'],
];

/** `main` stands for whatever is written in its own script, and for words in Latin letters. */
export function languageOfWords(words: string, main: string): string {
  const letters = (words.match(/\p{L}/gu) ?? []).length;
  for (const [test, language, of] of scripts) {
    const many = (words.match(test) ?? []).length;
    // Japanese mixes scripts: a fifth of kana is enough; any other script must lead.
    if (many === 0 || many < letters * (language === 'ja' ? 0.2 : 0.5)) continue;
    if (of.test(main.toLowerCase())) return main;
    return language === 'ar' ? (besideArabic.find(([sign]) => sign.test(words))?.[1] ?? 'ar') : language;
  }
  return main;
}

/** An answer to a question that asks for the language: a tag such as `ar` or `fr-CA`. */
export const tagIn = (answer: string): string | null =>
  /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(answer.trim()) ? answer.trim() : null;

type Words = { title: string; abstract: string; answers: Record<string, unknown> };
type Asked = { key: string; means?: string | undefined };

/** Of the work, and of what is said about it where that is another. */
export function languagesOf(
  { title, abstract, answers }: Words,
  questions: readonly Asked[],
  main: string,
): { language: string; wordsLanguage?: string } {
  const question = questions.find(({ means }) => means === 'language');
  const answered = tagIn(String((question && answers[question.key]) ?? ''));
  const [ofTitle, ofWords] = [title, abstract].map((words) => languageOfWords(words, main));
  const language = answered ?? ofTitle!;
  const spoken = ofWords === ofTitle || abstract.trim() === '' ? language : ofWords!;
  return spoken === language ? { language } : { language, wordsLanguage: spoken };
}
