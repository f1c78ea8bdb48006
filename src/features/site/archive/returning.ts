/**
 * From what an archive says of a paper or work to what is kept of one. Where the archive knows a day and rows want a
 * moment, it is the day's first: late enough to be true, and never after what followed.
 */
import { startOf } from '#app/features/calls/deadline.ts';
import type { Answers } from '#app/features/submissions/draft.ts';
import type { PublicFile } from '#app/features/works/record.ts';
import type { ReadArchive, ReadRecord } from './readable.ts';

interface Known {
  read: ReadRecord;
  rights: ReadArchive['rights']['rights'][number];
  /** Of the edition: its days begin there. */
  zone: string;
}

export function partsOf({ read: { record, said, originals }, rights, zone }: Known) {
  const dawn = (date: string) => startOf({ date, time: '00:00', zone });
  const at = dawn(record.acceptedOn);
  const files = originals.map(({ path, role, mime, sha256, bytes }) => ({
    role,
    mime,
    sha256,
    bytes,
    name: path.slice(path.lastIndexOf('/') + 1),
  }));
  const grants = rights.grants.map((one) => ({
    at: new Date(one.at),
    text: one.text,
    scopes: one.uses.map(({ scope, until }) => ({
      scope,
      expiresAt: until === null ? null : new Date(until),
    })),
  }));
  const since = Math.max(at.getTime(), ...grants.map((one) => one.at.getTime()));
  const [link] = record.links;
  return {
    submission: {
      id: record.id,
      at,
      title: record.title,
      words: {
        abstract: record.summary,
        topics: said.topics,
        kinds: said.kinds,
        link: link
          ? { url: link.url, purpose: link.label, needs: '', ...(link.on && { on: link.on }) }
          : null,
        answers: said.answers as Answers,
      },
      people: record.people.map((one) => ({ ...one, orcid: one.orcid || null })),
      files,
    },
    record: {
      submissionId: record.id,
      acceptedAt: at,
      changedAt: new Date(record.changedAt),
      slug: record.slug,
      formerSlugs: record.formerSlugs,
      grants,
      granted: files.map(({ name, sha256 }) => ({ name, sha256 })),
      choice: {
        licence: rights.licence,
        preference: rights.preference,
        maxPixels: rights.maxPixels,
        credit: rights.credit,
      },
      // What it waited for, where neither acceptance nor grant was the last.
      heldUntil: dawn(record.publishedOn).getTime() > since ? dawn(record.publishedOn) : null,
      takedown: rights.takedown && {
        at: new Date(rights.takedown.at),
        words: rights.takedown.words,
        // What was hidden is not in the archive: the words that stand there may be shown.
        titleStays: true,
        creditStays: true,
      },
      files: record.files as PublicFile[],
    },
  };
}
