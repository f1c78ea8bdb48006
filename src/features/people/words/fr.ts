/** What pages about signing in and one's account say in French. */
import type { en } from './en.ts';

/** Devices are kept in English words. */
const inFrench = (device: string) =>
  device === '' || device === 'A browser' ? 'Un navigateur' : device.replace(/ on (?=\S+$)/, ' sur ');

export const fr: typeof en = {
  signIn: {
    title: 'Se connecter',
    lead: 'Salon n’a pas besoin de mot de passe. Il vous écrit une lettre avec un lien ; le lien ouvre votre compte, ou en crée un.',
    signedIn: (name) =>
      `Connexion en cours : ${name}. Si vous vous connectez au nom de quelqu’un d’autre, elle prend fin ici.`,
    goOn: (name) => `Continuer en tant que ${name}`,
    onItsWay: 'Une lettre est en route',
    wrote: 'Nous avons écrit à',
    open: 'Ouvrez-en le lien dans les 30 minutes, de préférence dans ce navigateur : ce que vous avez commencé ici sera gardé avec votre compte.',
    inInbox: 'La lire dans la boîte de réception de la démonstration',
    nothingCame:
      'Rien n’est arrivé ? Regardez parmi les courriers indésirables, ou demandez à nouveau dans quelques minutes.',
    otherAddress: 'Utiliser une autre adresse',
    orcid: (orcid) => `Identifiant ORCID ${orcid}`,
    proven: 'ORCID a confirmé qui vous êtes :',
    unconnected:
      'Aucun compte n’est encore relié à cet identifiant. Connectez-vous par courrier dans ce navigateur, et il le sera.',
    address: 'Adresse électronique',
    send: 'M’envoyer le lien',
    withOrcid: 'Se connecter avec ORCID',
    otherLanguage: 'English',
  },
  passkey: {
    title: 'Clé d’accès',
    what: 'Si vous en avez ajouté une à votre compte : votre téléphone, votre ordinateur ou votre clé vous connecte.',
    waiting: 'En attente de votre appareil…',
    signIn: 'Se connecter avec une clé d’accès',
    trouble: {
      nothing: 'Rien n’a été choisi sur votre appareil.',
      held: 'Cet appareil contient déjà une clé d’accès pour votre compte.',
      address: 'Les clés d’accès demandent l’adresse sous laquelle ce Salon a été installé.',
      other: 'Cela n’a pas marché sur cet appareil. Se connecter par courrier marche toujours.',
    },
  },
  cast: {
    title: 'Ou être quelqu’un dans la démonstration',
    invented: 'Des personnes inventées. Les lettres qui leur sont adressées, et les vôtres, arrivent dans la',
    inbox: 'boîte de réception de la démonstration',
  },
  link: {
    titles: {
      'sign-in': 'Se connecter',
      address: 'Confirmer une adresse',
      elsewhere: 'Confirmer une adresse',
      over: 'Ce lien ne sert plus',
    },
    welcome: 'Bienvenue',
    newHere: 'Personne ne s’est encore connecté avec cette adresse :',
    callYou: 'Comment voulez-vous que l’on vous appelle ?',
    name: 'Nom',
    nameHelp:
      'Tel que l’on doit s’adresser à vous : un seul nom, un pseudonyme ou un collectif conviennent. Vous pourrez le changer.',
    signingInAs: 'Vous vous connectez avec l’adresse',
    connect: (orcid, name) => `Relier l’identifiant ORCID ${orcid}${name ? ` (${name})` : ''}`,
    connectHelp:
      'Il a été confirmé à l’instant dans ce navigateur. Laissez-le de côté si ce n’était pas vous.',
    make: 'Créer mon compte',
    willBelong: 'fera partie de votre compte.',
    belongs: 'Cette adresse est celle d’un autre compte',
    called: 'Le nom de ce compte :',
    joining:
      'Vous pouvez réunir les deux comptes : ce qu’il a déposé, ses rôles, ses adresses et ses clés d’accès deviennent les vôtres, et il prend fin. Cela ne peut pas être défait.',
    both: 'Les deux comptes sont à moi',
    one: 'Réunir les deux comptes',
    mine: 'Oui, c’est mon adresse',
    join: 'Réunir les comptes',
    elsewhere:
      'Ce lien confirme une adresse pour un compte qui n’est pas connecté ici. Connectez-vous à ce compte dans ce navigateur, puis ouvrez le lien à nouveau.',
    over: 'Il a déjà servi, il a plus de 30 minutes, ou il n’est pas arrivé entier.',
    goOn: 'La connexion est faite : aller à vos pages',
    another: 'Demander un nouveau lien',
  },
  signOut: {
    title: 'Se déconnecter',
    as: 'La connexion est ouverte ici au nom de',
    stays: 'Tout ce que vous avez enregistré demeure.',
    button: 'Se déconnecter de ce navigateur',
  },
  places: {
    submissions: 'Mes dépôts',
    account: 'Compte',
    yourAccount: 'Votre compte',
    about: 'À votre sujet',
    signingIn: 'Connexion',
    letters: 'Lettres',
    data: 'Vos données',
  },
  signingIn: {
    where: 'Où votre connexion est ouverte',
    whereLead: 'Une session que personne n’utilise pendant 60 jours prend fin d’elle-même.',
    device: (device) => inFrench(device),
    lastSeen: 'Vue pour la dernière fois le',
    here: 'Ici',
    end: 'Y mettre fin',
    endOne: (device) => `Mettre fin à la session : ${inFrench(device)}`,
    endOthers: 'Mettre fin à toutes les autres',
    over: 'Cette session a pris fin.',
    othersOver: (ended) =>
      ended === 1 ? 'L’autre session a pris fin.' : `Les ${ended} autres sessions ont pris fin.`,
    passkeys: 'Clés d’accès',
    passkeysLead:
      'Une clé d’accès sur votre téléphone, votre ordinateur ou votre clé vous connecte sans lettre.',
    added: 'Ajoutée le',
    lastUsed: ', utilisée pour la dernière fois le',
    rename: 'Renommer ou retirer',
    name: 'Nom',
    remove: 'Retirer',
    call: 'Comment l’appeler',
    callHelp: 'Par exemple : mon téléphone.',
    add: 'Ajouter une clé d’accès',
    needs: 'Pour ajouter une clé d’accès, il faut JavaScript et un navigateur qui connaît ces clés.',
    passkeyAdded: 'La clé d’accès a été ajoutée.',
    passkeyRemoved:
      'La clé d’accès a été retirée ici. Votre appareil la propose peut-être encore ; effacez-la là aussi.',
    orcid: (orcid) => `Vous pouvez vous connecter avec l’identifiant ORCID ${orcid}.`,
    connect: 'Reliez votre identifiant ORCID',
    toSignIn: 'pour vous connecter avec lui.',
  },
  letters: {
    lead: 'Ce que vous avez demandé vous-même, et ce qui touche à votre travail, arrive toujours aussitôt : accusés de réception, décisions, invitations, liens.',
    now: 'Aussitôt',
    digest: 'Une fois par jour, ensemble',
    off: 'Pas du tout',
    saved: 'C’est enregistré, et vaut dès la prochaine lettre.',
    kinds: {
      extension: 'Dates limites reportées',
      reminder: 'Rappels avant une date limite',
      message: 'Messages à propos d’un dépôt',
      announcement: 'Lettres du comité d’organisation à plusieurs personnes',
    },
  },
  data: {
    take: 'Les emporter',
    takeLead:
      'Un fichier avec tout ce qui est à vous ici : votre compte, ce que vous avez déposé, vos rôles et les lettres reçues. C’est du texte simple (JSON).',
    download: 'Télécharger mes données',
    two: 'Deux comptes ?',
    twoLead: 'Ajoutez l’adresse de l’autre compte sur',
    accountPage: 'la page de votre compte',
    twoEnd: 'Sa lettre vous permet de réunir les deux.',
    erase: 'Effacer mon compte',
    eraseLead:
      'Votre nom, vos adresses, votre affiliation, vos pronoms, votre identifiant ORCID, vos clés d’accès, vos sessions et le texte des lettres qui vous ont été envoyées sont effacés aussitôt. Cela ne peut pas être défait. Ceci demeure :',
    sure: 'Le voulez-vous vraiment ?',
    yes: 'Oui, effacer mon compte',
  },
  account: {
    name: 'Nom',
    affiliation: 'Affiliation',
    pronouns: 'Pronoms',
    orcid: 'Identifiant ORCID',
    orcidConfirmed: 'Confirmé par ORCID. Le changer à la main lui retire cette confirmation.',
    orcidHelp: 'Seize caractères, par exemple 0000-0002-1825-0097.',
    save: 'Enregistrer',
    saved: 'C’est enregistré.',
    language: 'Langue',
    languageLead:
      'La langue dans laquelle Salon vous parle et vous écrit. Personne d’autre ne l’apprend. Les pages du comité d’organisation sont en anglais.',
    languageLegend: 'Pages et lettres',
    languageFree: 'Celle de la page ou de l’atelier',
    addresses: 'Adresses électroniques',
    addressesLead: 'Vous pouvez vous connecter avec chacune ; les lettres vont à la première.',
    lettersGoHere: 'Les lettres arrivent ici',
    sendTo: (address) => `Envoyer les lettres à ${address}`,
    sendHere: 'Envoyer les lettres ici',
    remove: 'Retirer',
    removeOne: (address) => `Retirer ${address}`,
    another: 'Une autre adresse à vous',
    anotherHelp: 'Si elle est celle d’un second compte à vous, la lettre permet de réunir les deux.',
    write: 'Y envoyer une lettre',
    wrote: (address) =>
      `Nous avons écrit à ${address}. Ouvrez le lien de cette lettre tant que votre connexion est ouverte.`,
    lettersNow: (address) => `Les lettres vont maintenant à ${address}.`,
    removed: (address) => `${address} a été retirée.`,
  },
};
