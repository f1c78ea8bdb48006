/** What each public page holds, in one plain French sentence. */
import { counted } from '#app/ui/counted.ts';
import type { described as english } from './described-en.ts';

const many = (one: string, other: string) => counted('fr', { one, other });
const papers = many('article retenu', 'articles retenus');
const works = many('œuvre retenue', 'œuvres retenues');
const sessions = many('séance', 'séances');
const tables = many('table ronde', 'tables rondes');

export const described: typeof english = {
  dates: (name, some) => `Dates importantes, ${name}${some && ` : ${some}`}.`,
  call: (name, title) => `${title}, ${name} : ce qui est recherché, jusqu’à quand, et ce qui est vérifié.`,
  programme: (name, when, number) =>
    number > 0
      ? `Programme, ${name}, ${when} : ${sessions(number)}, jour par jour.`
      : `Programme, ${name}, ${when}. Il n’est pas encore publié.`,
  byPlace: (name, some) => `Ce qui se passe, lieu par lieu, ${name} : ${some}.`,
  roundtables: (name, number, some) => `${tables(number)}, ${name} : ${some}.`,
  people: (name, some) => `Toutes les personnes, ${name}${some && ` : ${some}`}.`,
  places: (name, some) => `Où cela se passe et comment venir, ${name}${some && ` : ${some}`}.`,
  news: (name, newest) => `Actualités, ${name}. La plus récente : ${newest}.`,
  contact: (name) => `Comment joindre le comité d’organisation et avoir de ses nouvelles, ${name}.`,
  papers: (name, number, some) => `${papers(number)}, ${name}${some && ` ; par ${some}`}.`,
  works: (name, number, some) => `${works(number)}, ${name}${some && ` : ${some}`}.`,
  awards: (name, some) => `Ce qui a reçu un prix, ${name} : ${some}.`,
  editions: (some) => `Toutes les éditions de l’atelier : ${some}.`,
  session: (name, when, some) => `${name}, ${when}${some && `, avec ${some}`}.`,
  person: (name, person, facts) => `${person}${facts && `, ${facts}`}. ${name}.`,
  record: (name, kind, some) =>
    `${kind === 'paper' ? 'Article retenu' : 'Œuvre retenue'}, ${name}${some && ` ; par ${some}`}.`,
};
