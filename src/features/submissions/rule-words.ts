import type { Spoken } from '#app/ui/language.ts';

/** The rules that an exception can lift, as people say them: in letters, in the history, beside the exception. */
const words: Record<string, string> = {
  link: 'a link may stand in for the file',
  'paper.over-length': 'it may be longer than the call allows',
  'layout.no-main': 'the work itself may be missing',
  'layout.no-description': 'the description may be missing',
  'layout.description-not-pdf': 'the description need not be a PDF',
  'layout.two-mains': 'more than one file may be the main work',
  'file.too-large': 'it may be larger than the call allows',
  'file.unreadable': 'a file that our check could not read may stand',
};

const french: Record<string, string> = {
  link: 'un lien peut remplacer le fichier',
  'paper.over-length': 'l’article peut être plus long que l’appel ne le permet',
  'layout.no-main': 'l’œuvre elle-même peut manquer',
  'layout.no-description': 'la description peut manquer',
  'layout.description-not-pdf': 'la description n’a pas besoin d’être un PDF',
  'layout.two-mains': 'plusieurs fichiers peuvent être l’œuvre principale',
  'file.too-large': 'l’ensemble peut être plus volumineux que l’appel ne le permet',
  'file.unreadable': 'un fichier que notre vérification n’a pas pu lire peut demeurer',
};

/** A rule of an older Salon, or one without words yet, is still named. */
export const sayRule = (rule: string, language: Spoken = 'en'): string =>
  language === 'fr'
    ? (french[rule] ?? `la règle «\u00a0${rule}\u00a0» ne s’applique pas`)
    : (words[rule] ?? `the rule “${rule}” does not apply`);

/** What stands open on a version, counted: each has its own sentence where it is decided. */
export const sayIssues = (count: number): string => (count === 1 ? '1 open issue' : `${count} open issues`);
