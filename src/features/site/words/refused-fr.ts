/** Refusals of the public site in French, by their English sentences; `{}` stands for what varies. */
export const refused: Record<string, string> = {
  'Write a few words first.': 'Écrivez d’abord quelques mots.',
  'Choose what it is about.': 'Choisissez de quoi il s’agit.',
  'This is too long to keep: at most {} characters.': 'C’est trop long à garder : au plus {} caractères.',
  'There is no public paper or work of that title or address.':
    'Aucun article ni aucune œuvre de ce titre ou de cette adresse n’est public.',
  'Nothing public is called so. Give its title or address as on its page, or leave this empty.':
    'Rien de public ne s’appelle ainsi. Donnez le titre ou l’adresse comme sur la page, ou laissez ceci vide.',
  'Choose from these.': 'Choisissez parmi ceci.',
  'Choose at least one.': 'Choisissez-en au moins une.',
  'This call has not opened yet.': 'Cet appel n’est pas encore ouvert.',
  'The deadline of this call has passed.': 'La date limite de cet appel est passée.',
  'Your browser keeps no cookie for this draft. Allow cookies for this site, or sign in first.':
    'Votre navigateur ne garde pas de témoin pour ce brouillon. Autorisez les témoins pour ce site, ou connectez-vous d’abord.',
};
