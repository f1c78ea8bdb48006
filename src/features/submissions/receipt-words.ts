/** The words of a receipt in each language of the interface. What the check said stands as it was kept, in English. */
import type { Spoken } from '#app/ui/language.ts';
import { typeset } from '#app/ui/typeset.ts';
import { roleWords, type FileRole } from './files/file.ts';

const en = {
  receipt: (number: string) => `Receipt ${number}`,
  title: (title: string) => `Title: ${title}`,
  people: { paper: 'authors', work: 'creators' },
  named: (people: string, names: string) => `${people[0]!.toUpperCase()}${people.slice(1)}: ${names}`,
  collective: (name: string) => `${name} (collective)`,
  version: (number: number, final: boolean) => `Version: ${number}${final ? ', the final version' : ''}`,
  received: 'Received: ',
  inGrace: 'after the deadline, in the time kept for finishing what was uploaded before it',
  onBehalf: (by: string, people: string) => `Handed in by: ${by}, an organizer, on behalf of the ${people}`,
  files: 'Files',
  none: 'none',
  file: (name: string, role: string, bytes: number) =>
    `${name} (${role}), ${bytes.toLocaleString('en')} bytes`,
  hash: (sha256: string) => `SHA-256: ${sha256}`,
  byLink: (url: string) => `By link: ${url}`,
  agreed: 'Agreed to',
  hashOfText: (sha256: string) => `SHA-256 of this text: ${sha256}`,
  toDecide: 'For the organizers to decide',
  waived: 'Waived by the organizers for the whole call',
  theirReason: (reason: string) => `Their reason: ${reason}`,
  end: [
    'The organizers can look up this receipt by its number.',
    'To check that a file is the one received, compute its SHA-256 and compare:',
    '  sha256sum, shasum -a 256, or certutil -hashfile.',
  ],
  anywhere: 'AoE (anywhere on earth, UTC-12)',
  roles: roleWords,
};

const fr: typeof en = {
  receipt: (number) => `Accusé de réception ${number}`,
  title: (title) => `Titre\u00a0: ${title}`,
  people: { paper: 'personnes qui signent', work: 'personnes qui ont créé' },
  named: (people, names) => `${people[0]!.toUpperCase()}${people.slice(1)}\u00a0: ${names}`,
  collective: (name) => `${name} (collectif)`,
  version: (number, final) => `Version\u00a0: ${number}${final ? ', la version définitive' : ''}`,
  received: 'Reçu\u00a0: ',
  inGrace: 'après la date limite, dans le temps gardé pour finir ce qui avait été envoyé avant elle',
  onBehalf: (by) => `Déposé par\u00a0: ${by}, du comité d’organisation, au nom de ces personnes`,
  files: 'Fichiers',
  none: 'aucun',
  file: (name, role, bytes) => `${name} (${role}), ${bytes.toLocaleString('fr')} octets`,
  hash: (sha256) => `SHA-256\u00a0: ${sha256}`,
  byLink: (url) => `Par un lien\u00a0: ${url}`,
  agreed: 'Accepté',
  hashOfText: (sha256) => `SHA-256 de ce texte\u00a0: ${sha256}`,
  toDecide: 'À la décision du comité d’organisation (la vérification parle anglais)',
  waived: 'Toléré par le comité d’organisation pour tout l’appel (la vérification parle anglais)',
  theirReason: (reason) => `Sa raison\u00a0: ${reason}`,
  end: typeset([
    'Le comité d’organisation peut retrouver cet accusé de réception par son numéro.',
    'Pour vérifier qu’un fichier est bien celui qui a été reçu, calculez son SHA-256 et comparez :',
    '  sha256sum, shasum -a 256 ou certutil -hashfile.',
  ]),
  anywhere: 'AoE (n’importe où sur Terre, UTC-12)',
  roles: {
    paper: 'Article',
    main: 'Œuvre principale',
    video: 'Vidéo',
    description: 'Description',
    poster: 'Poster',
    slides: 'Diapositives',
    supplementary: 'Supplément',
    archive: 'Archive telle que déposée',
  } satisfies Record<FileRole, string>,
};

export const receiptWords: Record<Spoken, typeof en> = { en, fr };
