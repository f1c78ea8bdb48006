/** The pages of conduct, access and privacy in French: the same promises as in English, none more and none less. */
import { sayDay } from '#app/features/calls/dates.ts';
import type { StandingWords } from './standing.ts';

export const standing: StandingWords = {
  titles: { conduct: 'Bonne conduite', access: 'Accessibilité', privacy: 'Vie privée' },
  conduct: ({ name, mail }) => [
    `${name} réunit des personnes qui travaillent de manières différentes et ne sont pas toujours d’accord. Contestez les idées ; prenez soin les uns des autres.`,
    '**À faire**',
    '- écouter avant de répondre, et laisser de la place à qui parle moins ;\n- nommer les personnes dont vous montrez, citez ou prolongez le travail ;\n- demander avant d’enregistrer, de photographier ou de publier quelqu’un ou son travail ;\n- employer les noms et les pronoms que chaque personne donne.',
    '**À ne pas faire**',
    '- harceler, insulter, menacer ou suivre qui que ce soit ;\n- faire des remarques sur le corps, l’origine, la foi, le genre, l’âge ou les capacités de quiconque ;\n- transmettre ce qui a été dit en confidence, ou ce qui est en cours d’évaluation ;\n- troubler le travail des autres, ici ou à l’écran.',
    '## Quand quelque chose tourne mal',
    `Parlez à n’importe quel membre du comité d’organisation, ou écrivez à ${mail}. Dites-en autant ou aussi peu que vous voulez. On vous écoute d’abord, on n’en parle à personne sans nécessité, et l’on décide de la suite : un mot, quitter la salle, quitter l’atelier. Si vous êtes en danger, appelez d’abord les services d’urgence du lieu.`,
  ],
  access: ({ name, mail, places, online }) => [
    `Toute personne qui veut prendre part à ${name} devrait le pouvoir. Dites tôt au comité d’organisation ce qu’il vous faut : ${mail}, ou la page de contact. Vous n’avez pas à dire pourquoi. On vous répond clairement ce qui peut être arrangé et ce qui ne le peut pas.`,
    places.length > 0 ? '## Lieux' : '',
    ...places.flatMap((place) => [`### ${place.name}`, place.access]),
    online
      ? '## À distance\n\nLes séances qui peuvent être suivies en ligne sont signalées dans le programme.'
      : '',
    '## Œuvres et exposés',
    'Les artistes sont priés de dire ce que leur œuvre contient, et d’ajouter sous-titres et descriptions quand c’est possible ; ce qui peut heurter est annoncé avant d’être montré. Rien ne se lance tout seul. Les personnes qui parlent sont priées d’utiliser le micro, de décrire ce qu’elles montrent et d’écrire grand.',
    '## Ce site',
    'Chaque page est faite pour marcher au clavier, sur un téléphone, agrandie au double, avec un lecteur d’écran et sans JavaScript. Là où elle vous fait défaut, dites-le : c’est une faute, et les fautes se réparent.',
  ],
  privacy: ({ name, host, mail, deletions }) => [
    `Ce site est tenu pour ${name}${host && `, ${host}`}. Questions sur vos données : ${mail}.`,
    '## Lire ce site',
    'Vous pouvez lire chaque page publique sans être connu. Rien n’est chargé d’un autre site, rien ne vous compte, et la lecture ne pose aucun témoin. Commencer un dépôt et se connecter posent chacun un témoin nécessaire à cela, et le choix du clair ou du sombre se retient de même, comme la langue de la page d’où l’on vient.',
    '## Ce qui est gardé',
    '- **D’un compte :** votre nom, vos adresses électroniques et ce que vous ajoutez vous-même (affiliation, pronoms, identifiant ORCID, clés d’accès) ; les navigateurs où vous êtes connecté, par leur genre.\n- **De ce que vous déposez :** mots, fichiers, les personnes que vous nommez avec leurs adresses, chaque version avec son heure, et ce qui a été accepté.\n- **De la correspondance :** les messages, et les lettres qui vous ont été envoyées.\n- **Des actes :** qui a fait quoi et quand.\n- **De votre adresse de réseau :** un compte d’essais, pour un jour ou deux, là où quelque chose ne doit pas être essayé trop souvent.\n- Les sauvegardes contiennent la même chose jusqu’à leur remplacement.',
    '## Qui le voit',
    'Le comité d’organisation, et les personnes à qui il demande d’évaluer ou de juger : elles voient ce qu’il leur faut pour cela. Qui évalue n’est pas nommé à celles et ceux dont il juge le travail. Un membre du comité qui prend part à un dépôt ne le voit que comme l’une de ses personnes. Rien ne devient public avant d’être retenu.',
    'Rien de ce que vous déposez n’est envoyé à un autre service par ce logiciel, et cela n’entraîne aucun modèle.',
    '## Combien de temps',
    '- **Ce qui a été déposé** demeure tel que reçu ; le dossier d’un atelier est son archive.',
    deletions.length > 0
      ? `- **Les fichiers de ce qui a été retiré ou n’a pas été déposé** sont effacés, avec préavis :\n${deletions.map(({ title, on }) => `  - ${title} : ${sayDay(on, 'fr')}`).join('\n')}`
      : '',
    '- **Ce que vous demandez sur la page de contact** est effacé un an après l’atelier, ou un an après les derniers mots du fil si c’est plus tard.\n- **Votre place sur la liste d’intérêt** dure jusqu’à ce que vous la quittiez ; chaque lettre contient le lien. Sans votre oui, l’adresse est oubliée au bout de trente jours.',
    '## Vos droits',
    'Une fois connecté, sous « Vos données », vous téléchargez tout ce qui est à vous et effacez votre compte ; on vous dit auparavant ce qui reste et pourquoi. Sans compte, écrivez à l’adresse ci-dessus.',
  ],
};
