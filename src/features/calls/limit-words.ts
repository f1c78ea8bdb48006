/** The sentences of limits in each language of the interface. */
import type { FormatProfile } from '#app/preflight/rules.ts';
import { sayExactSize } from '#app/preflight/size.ts';
import type { Spoken } from '#app/ui/language.ts';
import { inch, sayFormat } from './format.ts';

export interface LimitWords {
  abstract(label: string, most: number): string;
  paper(pages: number): string;
  /** `own`: a format in numbers, which no ready-made template brings. */
  format(label: string, own: FormatProfile | null): string;
  authorsVisible: string;
  authorsHidden: string;
  pdf(bytes: number): string;
  supplement(files: number, bytes: number | null): string;
  noSupplement: string;
  work: string;
  workOrVideo(seconds: number): string;
  video(seconds: number): string;
  longerFilm: string;
  description(pages: number, required: boolean): string;
  together(bytes: number): string;
}

const en = {
  count: (number: number) => number.toLocaleString('en'),
  many: (number: number, what: string) => `${en.count(number)} ${what}${number === 1 ? '' : 's'}`,
  duration: (seconds: number) =>
    seconds % 60 === 0 ? en.many(seconds / 60, 'minute') : en.many(seconds, 'second'),
};

/** In French up to but not including two is one. */
const fr = {
  count: (number: number) => number.toLocaleString('fr'),
  many: (number: number, what: string) => `${fr.count(number)}\u00a0${what}${number < 2 ? '' : 's'}`,
  duration: (seconds: number) =>
    seconds % 60 === 0 ? fr.many(seconds / 60, 'minute') : fr.many(seconds, 'seconde'),
  size: (bytes: number) => sayExactSize(bytes, 'fr'),
  said: (number: number) => String(Number(number.toFixed(2))).replace('.', ','),
  inches: ({ width, height }: FormatProfile['pageSize']) =>
    `${fr.said(width / inch)} × ${fr.said(height / inch)}\u00a0po`,
  own: ({ pageSize, textBlock, columns, bodyFontSize, leading }: FormatProfile) =>
    `pages de ${fr.inches(pageSize)} dont ${fr.inches(textBlock)} de texte, en ${columns === 1 ? 'une colonne' : 'deux colonnes'}, corps de ${fr.said(bodyFontSize)}\u00a0pt, lignes espacées de ${fr.said(leading)}\u00a0pt`,
};

export const limitWords: Record<Spoken, LimitWords> = {
  en: {
    abstract: (label, most) => `${label}: at most ${en.count(most)} characters.`,
    paper: (pages) => `The paper is one PDF of at most ${en.many(pages, 'page')}, references not counted.`,
    format: (label, own) => `It follows the format: ${label}${own ? `, ${sayFormat(own)}` : ''}.`,
    authorsVisible: 'The names of the authors stand on the paper.',
    authorsHidden: 'The paper does not name its authors.',
    pdf: (bytes) => `The PDF is at most ${sayExactSize(bytes)}.`,
    supplement: (files, bytes) =>
      `Supplementary material: at most ${en.many(files, 'file')}${bytes === null ? '' : `, together at most ${sayExactSize(bytes)}`}.`,
    noSupplement: 'There is no supplementary material.',
    work: 'The work itself as one file.',
    workOrVideo: (seconds) =>
      `The work itself as one file, or a video of at most ${en.duration(seconds)} that shows it, or both.`,
    video: (seconds) => `A video of at most ${en.duration(seconds)} that shows the work.`,
    longerFilm: 'A film that is itself the work may be longer.',
    description: (pages, required) =>
      `A description${required ? '' : ', if you like'}: at most ${en.many(pages, 'page')}.`,
    together: (bytes) => `Everything together is at most ${sayExactSize(bytes)}.`,
  },
  fr: {
    abstract: (label, most) => `${label}\u00a0: au plus ${fr.count(most)} caractères.`,
    paper: (pages) =>
      `L’article est un seul PDF d’au plus ${fr.many(pages, 'page')}, références non comprises.`,
    format: (label, own) => `Il suit le format\u00a0: ${label}${own ? `, ${fr.own(own)}` : ''}.`,
    authorsVisible: 'Les noms des auteurs et autrices figurent sur l’article.',
    authorsHidden: 'L’article ne nomme pas ses auteurs et autrices.',
    pdf: (bytes) => `Le PDF fait au plus ${fr.size(bytes)}.`,
    supplement: (files, bytes) =>
      `Documents complémentaires\u00a0: au plus ${fr.many(files, 'fichier')}${bytes === null ? '' : `, ensemble au plus ${fr.size(bytes)}`}.`,
    noSupplement: 'Il n’y a pas de documents complémentaires.',
    work: 'L’œuvre elle-même en un seul fichier.',
    workOrVideo: (seconds) =>
      `L’œuvre elle-même en un seul fichier, ou une vidéo d’au plus ${fr.duration(seconds)} qui la montre, ou les deux.`,
    video: (seconds) => `Une vidéo d’au plus ${fr.duration(seconds)} qui montre l’œuvre.`,
    longerFilm: 'Un film qui est lui-même l’œuvre peut être plus long.',
    description: (pages, required) =>
      `Une description${required ? '' : ', si vous le souhaitez'}\u00a0: au plus ${fr.many(pages, 'page')}.`,
    together: (bytes) => `Le tout fait au plus ${fr.size(bytes)}.`,
  },
};
