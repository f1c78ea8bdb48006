import { expect, it } from 'vitest';
import { languageOfWords, languagesOf, tagIn } from './language.ts';

it('takes words in a script of one language for that language, others for that of the edition', () => {
  expect(
    [
      'ما لم تقله الآلة',
      'سلام، چه گفتی پدر',
      'כותרת',
      'ひらがなと漢字',
      '漢字標題',
      'Заглавие',
      'Über die Stille',
      'A poem, “ما”',
      '1234 …',
    ].map((words) => languageOfWords(words, 'en')),
  ).toEqual(['ar', 'fa', 'he', 'ja', 'zh', 'und-Cyrl', 'en', 'en', 'en']);
});

it('leaves an edition in that script its own language', () => {
  expect([
    languageOfWords('عنوان', 'fa'),
    languageOfWords('Заглавие', 'uk'),
    languageOfWords('漢字', 'ja'),
  ]).toEqual(['fa', 'uk', 'ja']);
});

it('believes an answer that is a language, and nothing else', () => {
  expect([tagIn('ar'), tagIn(' fr-CA '), tagIn('Arabic'), tagIn('')]).toEqual(['ar', 'fr-CA', null, null]);
});

it('tells a poem in one language from what is said of it in another', () => {
  const asked = [{ key: 'tongue', means: 'language' }];
  const poem = { title: 'ما لم تقله الآلة', abstract: 'A poem in Arabic.', answers: {} };
  expect(languagesOf(poem, [], 'en')).toEqual({ language: 'ar', wordsLanguage: 'en' });
  expect(languagesOf({ ...poem, title: 'Margins' }, [], 'en')).toEqual({ language: 'en' });
  const answered = { title: 'Marges', abstract: 'Sur les marges.', answers: { tongue: 'fr' } };
  expect(languagesOf(answered, asked, 'en')).toEqual({ language: 'fr' });
});
