/** Refusals about a submission in French, by their English sentences; `{}` stands for what varies. */
export const refused: Record<string, string> = {
  'The deadline has passed, so nothing new can be added. What was saved in time can still be submitted for a few minutes.':
    'La date limite est passée : rien de nouveau ne peut être ajouté. Ce qui a été enregistré à temps peut encore être déposé pendant quelques minutes.',
  'The deadline has passed, so this can no longer be changed. Write to the organizers if that is a mistake.':
    'La date limite est passée : ceci ne peut plus être modifié. Si c’est une erreur, écrivez au comité d’organisation.',
  'The deadline has passed, so this can no longer be submitted. Write to the organizers if that is a mistake.':
    'La date limite est passée : ceci ne peut plus être déposé. Si c’est une erreur, écrivez au comité d’organisation.',
  'This was begun after the deadline.': 'Ceci a été commencé après la date limite.',
  'The upload of “{}” began after the deadline. Remove it to submit what was in time.':
    'L’envoi de « {} » a commencé après la date limite. Retirez ce fichier pour déposer ce qui est arrivé à temps.',
  'Give your name as it should be printed.': 'Donnez votre nom tel qu’il doit être imprimé.',
  'Give the name as it should be printed.': 'Donnez le nom tel qu’il doit être imprimé.',
  'More than {} people cannot be listed one by one; name the group instead.':
    'Plus de {} personnes ne peuvent pas être citées une à une ; nommez plutôt le groupe.',
  'Choose one.': 'Choisissez l’un des deux.',
  'There is no e-mail address to write to.': 'Il n’y a pas d’adresse à laquelle écrire.',
  'Needed to invite.': 'Nécessaire pour inviter.',
  'You would lose sight of this submission yourself. Ask another of its people to remove you.':
    'Vous perdriez vous-même ce dépôt de vue. Demandez à une autre de ses personnes de vous retirer.',
  'This does not look like an e-mail address; leave it empty if there is none.':
    'Cela ne ressemble pas à une adresse électronique ; laissez ceci vide s’il n’y en a pas.',
  'This is not an ORCID iD: the last of its 16 digits checks the others. Copy it from orcid.org.':
    'Ce n’est pas un identifiant ORCID : le dernier de ses 16 signes vérifie les autres. Copiez-le depuis orcid.org.',
  '“{}” was handed in. What was received stays with its organizers as it was, with the names, addresses and files in it. Withdraw it first if it shall take no part.':
    '« {} » a été déposé. Ce qui a été reçu demeure tel quel auprès du comité d’organisation, avec les noms, les adresses et les fichiers qui s’y trouvent. Retirez d’abord le dépôt s’il ne doit prendre part à rien.',
  '“{}” is a draft that others share. It stays theirs, with your name but not your address.':
    '« {} » est un brouillon que d’autres partagent. Il demeure le leur, avec votre nom mais sans votre adresse.',
  'Receipt of rights {} stays, with the name {}. Take back what it grants first if it shall end.':
    'L’accusé de réception des droits {} demeure, avec le nom {}. Reprenez d’abord ce qu’il accorde si cela doit prendre fin.',
  'Give the person’s e-mail address, so that they can claim it.':
    'Donnez l’adresse électronique de la personne, pour qu’elle puisse retrouver le dépôt.',
  'Give the person’s name.': 'Donnez le nom de la personne.',
  'Needed here.': 'Nécessaire ici.',
  'Answer yes or no.': 'Répondez par oui ou par non.',
  'Write the year in digits.': 'Écrivez l’année en chiffres.',
};
