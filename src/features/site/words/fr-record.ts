/** What pages of the record say in French. */
import { aiRoles } from '#app/features/submissions/draft.ts';
import { standardTombstone } from '#app/features/works/rights/takedown-words.ts';
import { counted } from '#app/ui/counted.ts';
import type { record as en } from './en-record.ts';

const many = (one: string, other: string) => counted('fr', { one, other });
const pictures = many('image', 'images');

const aiRoleWords: Record<(typeof aiRoles)[number]['key'], string> = {
  none: 'Aucun',
  subject: 'L’IA n’est que le sujet de l’œuvre',
  research: 'Recherche et recherche d’idées',
  drafting: 'Ébauches ensuite remplacées',
  assistive: 'Assistance, par exemple débruitage, orthographe, transcription',
  generated: 'L’œuvre finale contient du matériau généré',
  live: 'Elle génère en direct pendant la présentation',
  'own-model': 'Un modèle que nous avons entraîné nous-mêmes',
  'voice-likeness': 'La voix ou l’apparence de quelqu’un a été clonée',
};

const tombstones: Record<string, string> = {
  [standardTombstone.people]: 'Ceci a été retiré à la demande de ses auteurs et autrices.',
  [standardTombstone.organizers]: 'Ceci a été retiré par le comité d’organisation.',
  'A paper that was taken down': 'Un article qui a été retiré',
  'A work that was taken down': 'Une œuvre qui a été retirée',
};

const licences: Record<string, string> = {
  reserved: 'Tous droits réservés',
  'cc-by-4.0': 'CC BY 4.0 (Attribution)',
  'cc-by-sa-4.0': 'CC BY-SA 4.0 (Attribution, partage dans les mêmes conditions)',
  'cc-by-nc-4.0': 'CC BY-NC 4.0 (Attribution, pas d’utilisation commerciale)',
  'cc-by-nc-sa-4.0':
    'CC BY-NC-SA 4.0 (Attribution, pas d’utilisation commerciale, partage dans les mêmes conditions)',
  'cc-by-nd-4.0': 'CC BY-ND 4.0 (Attribution, pas de modification)',
  'cc-by-nc-nd-4.0': 'CC BY-NC-ND 4.0 (Attribution, pas d’utilisation commerciale, pas de modification)',
  'cc0-1.0': 'CC0 1.0 (donné à tout le monde)',
};

export const record: typeof en = {
  names: {
    and: (some, last) => `${some} et ${last}`,
    others: (number) => `${number} autres`,
    andOthers: (number) => `et ${number} autres`,
  },
  file: {
    plainText: 'texte brut',
    pages: many('page', 'pages'),
    megabytes: (number) => `${number.replace('.', ',')} Mo`,
    kilobytes: (number) => `${number} ko`,
  },
  awards: {
    none: 'Aucun prix n’a encore été remis',
    noneYet: 'Ils apparaissent ici avec les œuvres et les articles récompensés, et les raisons.',
  },
  cite: { copy: 'Copier', copied: 'Copié', files: 'En fichiers :' },
  contentNote: { note: 'Avertissement :', show: 'Montrer', cover: 'Couvrir à nouveau' },
  facets: {
    search: (what) => `Rechercher : ${what}`,
    all: (what) => `{shown} ${what}`,
    some: (what) => `{shown} sur {all} ${what}`,
    everything: 'Tout montrer',
    noNote: 'Sans avertissement',
    labels: {
      kind: 'Montrer',
      form: 'Forme',
      ai: 'Part de l’IA',
      evidence: 'Éléments à l’appui',
      access: 'Accessibilité',
      award: 'Prix',
      note: 'Avertissements',
      topic: 'Thème',
    },
    evidence: {
      declared: 'Déclaré',
      'process-shown': 'Processus montré',
      'credential-read': 'Certificat lu',
    },
  },
  gallery: {
    none: 'Aucune œuvre n’est encore publiée',
    noneYet:
      'Les œuvres retenues apparaissent ici, chacune avec sa page, dès que les personnes qui les ont créées ont accepté ce qui est montré.',
    works: 'œuvres',
    worksAndPapers: 'œuvres et articles',
    other: 'Autres œuvres',
    forms: 'Formes',
    nothing: 'Rien ne répond à tout cela. Retirez un choix, ou montrez tout.',
    labels: 'Cartels à imprimer (PDF)',
    ours: 'Une image est-elle l’une des nôtres ?',
  },
  papers: {
    none: 'Aucun article n’est encore publié',
    noneYet: 'Les articles retenus apparaissent ici avec leurs auteurs et autrices, résumés et PDF.',
    papers: 'articles',
  },
  paper: {
    read: 'Lire l’article',
    nonArchival: 'Sans actes officiels : présenté à l’atelier, non archivé.',
    abstract: 'Résumé',
    authors: (number) => (number === 1 ? 'Auteur ou autrice' : 'Auteurs et autrices'),
    more: 'Avec l’article',
    about: 'À l’atelier',
    session: 'Séance',
    call: 'Appel',
    topics: 'Thèmes',
    accepted: 'Retenu le',
    all: 'Tous les articles retenus',
  },
  work: {
    statement: 'Note d’intention',
    ai: 'La part de l’IA',
    credits: 'Crédits',
    more: 'Plus de cette œuvre',
    before: 'Avant de regarder et d’écouter',
    notes: 'Avertissements',
    access: 'Accessibilité',
    answers: 'Dans les mots de l’artiste',
    all: 'Toutes les œuvres retenues',
  },
  record: {
    elsewhere: 'Ailleurs',
    cite: 'Pour citer',
    rights: 'Droits',
    takedown: 'Demander un retrait',
    ifNotHere: 'si ceci ne devrait pas se trouver ici.',
  },
  aiLevels: {
    none: 'Fait sans IA',
    subject: 'À propos de l’IA, fait sans elle',
    process: 'L’IA en chemin, pas dans l’œuvre',
    assisted: 'Assisté par l’IA',
    part: 'Parties générées',
    live: 'Génère pendant la présentation',
  },
  aiRole: (role) => {
    const known = aiRoles.find(({ label }) => label === role);
    return known ? aiRoleWords[known.key] : role;
  },
  process: {
    part: 'Son rôle',
    systems: 'Systèmes',
    colon: ' :',
    known: 'D’où on le sait',
    evidence: {
      declared: 'La personne qui l’a créée le dit.',
      'process-shown':
        'La personne qui l’a créée le dit, et a remis au comité d’organisation des fichiers qui montrent comment elle a été faite : esquisses, calques ou séances de travail.',
      'credential-read':
        'La personne qui l’a créée le dit, et un certificat de contenu dans le fichier dit la même chose. Sa signature n’a pas été vérifiée.',
    },
    noDetector: 'Aucun détecteur n’a été consulté.',
    machines: 'Pour les machines',
    sourceType: 'type de source numérique de l’IPTC',
  },
  rights: {
    licence: ({ key, label }) => licences[key] ?? label,
    forAi: 'Pour les systèmes d’IA :',
    preference: {
      'reserve-all':
        'Les moteurs de recherche peuvent la répertorier. Ni entraînement d’IA, ni réponses d’IA qui en sont tirées, ni fouille de textes ou de données.',
      'no-training':
        'Les moteurs de recherche peuvent la répertorier et les assistants d’IA peuvent y puiser des réponses. Ni entraînement d’IA, ni fouille de textes ou de données.',
      allow:
        'Recherche, assistants d’IA, fouille de textes et de données et entraînement d’IA sont tous permis.',
    },
    notWalls:
      'Ce sont des avis, pas des murs. Nous les donnons sur la page, avec chaque fichier et à l’intérieur des images, sous les formes que les machines sont priées de lire, et ils comptent en droit. Ils n’arrêtent pas une machine qui les ignore.',
  },
  tombstone: {
    gone: { paper: 'Cet article n’est plus montré', work: 'Cette œuvre n’est plus montrée' },
    said: (words) => tombstones[words] ?? words,
    on: 'Retiré le',
    stays: 'L’adresse demeure, pour que personne ne cherche ce qui n’est pas perdu mais retiré.',
    write: 'Écrire au comité d’organisation à ce sujet',
  },
  label: {
    form: 'Forme',
    forms: 'Formes',
    medium: 'Technique',
    year: 'Année',
    size: 'Dimensions',
    length: 'Durée',
    edition: 'Tirage',
    themes: 'Thèmes',
    shown: 'Présentation',
  },
  viewers: {
    described: 'Décrit en mots',
    readPdf: 'Lire le PDF',
    open: 'Ouvrir le fichier',
    film: 'Le film en fichier',
    captions: 'Sous-titres',
    captionsToRead: 'Sous-titres à lire',
    transcript: 'Transcription',
    elsewhere: 'mène à un autre site',
    givenOn: 'Remis avec l’œuvre le',
    since: 'Depuis, ce qui s’y trouve a pu changer ou disparaître.',
    model: 'Le modèle à télécharger',
    turn: 'Le faire tourner',
    sides: {
      front: 'de face',
      'front-right': 'de face et de droite',
      right: 'de droite',
      'back-right': 'de dos et de droite',
      back: 'de dos',
      'back-left': 'de dos et de gauche',
      left: 'de gauche',
      'front-left': 'de face et de gauche',
      above: 'd’en haut',
      below: 'd’en bas',
    },
    view: (at, all, side) => `Vue ${at} sur ${all}, ${side}`,
    drawn: (triangles) =>
      `Un modèle 3D${triangles > 0 ? ` de ${triangles.toLocaleString('fr')} triangles` : ''}, en images prises de tous les côtés`,
    closer: 'Regarder de plus près',
    atPicture: (number) => `l’image ${number}`,
    strip: (number) => `${pictures(number)}, côte à côte`,
    of: (at, all) => `${at} sur ${all}`,
    asFile: 'En fichier',
    readText: 'Lire le texte',
    loudness: 'Niveau sonore au fil du temps',
    start: 'Lancer la pièce',
    away: 'La ranger',
    runs: (host) =>
      `Elle fonctionne dans votre navigateur tant que vous restez sur cette page : tenue à l’écart de ce site, et chargée depuis ${host}.`,
    notHere:
      'Cette œuvre fonctionne dans un navigateur. Elle n’est pas jouée ici : ce que d’autres ont écrit ne peut fonctionner que sous un autre nom d’hôte, et ce site n’en a pas.',
    lens: 'De plus près',
    larger: 'Plus grand',
    smaller: 'Plus petit',
    whole: 'En entier',
    close: 'Fermer',
  },
};
