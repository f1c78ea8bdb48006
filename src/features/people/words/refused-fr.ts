/** Refusals about signing in, accounts and anything at all in French, by their English sentences; `{}` stands for what varies. */
export const refused: Record<string, string> = {
  'There is nothing here, or it is not yours to see.':
    'Il n’y a rien ici, ou rien qu’il vous revienne de voir.',
  'Please sign in as somebody who may do this.': 'Connectez-vous au nom de quelqu’un qui peut faire cela.',
  'Something in the form needs your attention.': 'Quelque chose dans le formulaire demande votre attention.',
  'That was asked for too often. Please wait {} minutes and try again.':
    'Cela a été demandé trop souvent. Attendez {} minutes, puis essayez à nouveau.',
  'There is no room left on our side, so nothing was changed and nothing received. Please tell the organizers, and try again later.':
    'Il n’y a plus de place de notre côté : rien n’a été changé, rien n’a été reçu. Prévenez le comité d’organisation, et essayez à nouveau plus tard.',
  'This edition is archived, so everything in it stays as it is.':
    'Cette édition est archivée : tout y demeure en l’état.',
  'Nothing can be sent to this address. Go back and use the buttons of the page.':
    'Rien ne peut être envoyé à cette adresse. Revenez en arrière et utilisez les boutons de la page.',
  'That was too much at once: a form takes 2 MB. Go back and send less.':
    'C’était trop à la fois : un formulaire prend 2 Mo. Revenez en arrière et envoyez-en moins.',
  'What was sent could not be read as a form. Go back, reload the page and send it again.':
    'Ce qui a été envoyé n’a pas pu être lu comme un formulaire. Revenez en arrière, rechargez la page et envoyez à nouveau.',
  'Something broke on our side. Nothing you saved is lost. If you write to us about it, quote {}.':
    'Quelque chose s’est brisé de notre côté. Rien de ce que vous avez enregistré n’est perdu. Si vous nous en écrivez, citez {}.',
  'If you write to us about it, quote {}.': 'Si vous nous en écrivez, citez {}.',
  'Please keep the name under 200 characters.': 'Le nom doit tenir en moins de 200 caractères.',
  'Please give the name you go by. A single name or a pseudonym is fine.':
    'Donnez le nom que vous portez. Un seul nom ou un pseudonyme conviennent.',
  'Please give the name you go by.': 'Donnez le nom que vous portez.',
  'That is not a mail address we can write to. It should look like name@example.org.':
    'Ce n’est pas une adresse à laquelle nous pouvons écrire. Elle devrait ressembler à nom@example.org.',
  'That ORCID iD has a slip in it: 16 characters such as 0000-0002-1825-0097, please.':
    'Il y a une faute dans cet identifiant ORCID : il faut 16 caractères, par exemple 0000-0002-1825-0097.',
  'This link is not complete.': 'Ce lien n’est pas entier.',
  'That is too long.': 'C’est trop long.',
  'Please keep the affiliation under 300 characters.': 'L’affiliation doit tenir en moins de 300 caractères.',
  'Please keep the pronouns under 60 characters.': 'Les pronoms doivent tenir en moins de 60 caractères.',
  'Please keep the name of the passkey under 80 characters.':
    'Le nom de la clé d’accès doit tenir en moins de 80 caractères.',
  'This link was used already or is too old. Please ask for a new one.':
    'Ce lien a déjà servi ou est trop ancien. Demandez-en un nouveau.',
  'One thing is missing.': 'Il manque une chose.',
  'Please say so if both accounts are yours.': 'Dites-le si les deux comptes sont à vous.',
  'Tick this to make one account of the two.': 'Cochez ceci pour réunir les deux comptes.',
  'Tick this if you want it.': 'Cochez ceci si vous le voulez.',
  'Nothing was erased.': 'Rien n’a été effacé.',
  'You are the only organizer of an edition. Make somebody else organizer first; then your account can be erased.':
    'Vous êtes la seule personne à organiser une édition. Confiez d’abord ce rôle à quelqu’un d’autre ; votre compte pourra ensuite être effacé.',
  'ORCID cannot be reached at the moment. Please sign in by mail.':
    'ORCID ne répond pas en ce moment. Connectez-vous par courrier.',
  'This visit to ORCID is over. Please begin again.': 'Cette visite à ORCID est terminée. Recommencez.',
  'ORCID did not confirm who you are. Please try again, or sign in by mail.':
    'ORCID n’a pas confirmé qui vous êtes. Essayez à nouveau, ou connectez-vous par courrier.',
  'This ORCID iD is connected to another account. Add that account’s address to this one first.':
    'Cet identifiant ORCID est relié à un autre compte. Ajoutez d’abord l’adresse de ce compte à celui-ci.',
  'That is no passkey.': 'Ce n’est pas une clé d’accès.',
  'This passkey is known already.': 'Cette clé d’accès est déjà connue.',
  'That passkey did not work here. Please try again, or sign in by mail.':
    'Cette clé d’accès n’a pas marché ici. Essayez à nouveau, ou connectez-vous par courrier.',
  'The history keeps that somebody did what you did, and when, under a number that leads to no name.':
    'L’historique garde que quelqu’un a fait ce que vous avez fait, et quand, sous un numéro qui ne mène à aucun nom.',
  'Backups keep what they hold until they are replaced.':
    'Les sauvegardes gardent ce qu’elles contiennent jusqu’à leur remplacement.',
  'Choose one of these.': 'Choisissez parmi ceci.',
};
