/** What each public page holds, in one plain English sentence: for search engines and for links that are shared. */
import { counted } from '#app/ui/counted.ts';

const many = (one: string, other: string) => counted('en', { one, other });
const papers = many('accepted paper', 'accepted papers');
const works = many('accepted work', 'accepted works');
const sessions = many('session', 'sessions');
const tables = many('roundtable', 'roundtables');

export const described = {
  dates: (name: string, some: string) => `Important dates of ${name}${some && `: ${some}`}.`,
  call: (name: string, title: string) =>
    `${title}, ${name}: what is looked for, until when, and what is checked.`,
  programme: (name: string, when: string, number: number) =>
    number > 0
      ? `The programme of ${name}, ${when}: ${sessions(number)}, day by day.`
      : `The programme of ${name}, ${when}. It is not published yet.`,
  byPlace: (name: string, some: string) => `What takes place where at ${name}: ${some}.`,
  roundtables: (name: string, number: number, some: string) => `${tables(number)} at ${name}, ${some}.`,
  people: (name: string, some: string) => `Everyone involved in ${name}${some && `: ${some}`}.`,
  places: (name: string, some: string) =>
    `Where ${name} takes place, and how to get there${some && `: ${some}`}.`,
  news: (name: string, newest: string) => `News of ${name}, the newest first: ${newest}.`,
  contact: (name: string) => `How to reach the organizers of ${name}, and how to hear from them.`,
  papers: (name: string, number: number, some: string) =>
    `${papers(number)} of ${name}${some && `, by ${some}`}.`,
  works: (name: string, number: number, some: string) => `${works(number)} of ${name}${some && `: ${some}`}.`,
  awards: (name: string, some: string) => `What received an award at ${name}: ${some}.`,
  editions: (some: string) => `All editions of the workshop: ${some}.`,
  session: (name: string, when: string, some: string) => `At ${name}, ${when}${some && `, with ${some}`}.`,
  person: (name: string, person: string, facts: string) => `${person}${facts && `, ${facts}`}, at ${name}.`,
  record: (name: string, kind: 'paper' | 'work', some: string) =>
    `An accepted ${kind} of ${name}${some && `, by ${some}`}.`,
};
