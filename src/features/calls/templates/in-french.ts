/** The templates' words in French, sentence by sentence: questions, limits and keys stay one thing in both languages. */

/** A template whose every word for people is French. A sentence nobody translated stays as it is; a test finds it. */
export function inFrench<T>(template: T): T {
  if (typeof template === 'string') return template.split('\n\n').map(said).join('\n\n') as T;
  if (Array.isArray(template)) return template.map(inFrench) as T;
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, inFrench(value)])) as T;
}

const said = (text: string) => french[text] ?? text;

const papers: Record<string, string> = {
  'Call for papers': 'Appel à articles',
  'Short papers on the theme of the workshop.': 'Des articles courts sur le thème de l’atelier.',
  'We invite papers on the theme of the workshop: finished work, work in progress and well-argued views.':
    'Nous invitons à proposer des articles sur le thème de l’atelier : travaux achevés, travaux en cours et points de vue argumentés.',
  '### What to hand in': '### Que remettre',
  '### What has appeared before': '### Ce qui a déjà paru',
  'Say so on the form. Work that has not appeared at a conference or in a journal is preferred.':
    'Dites-le dans le formulaire. Nous préférons les travaux qui n’ont paru ni dans une conférence ni dans une revue.',
  '### Publication': '### Publication',
  'Accepted papers appear on the site of the workshop. There are no formal proceedings.':
    'Les articles retenus paraissent sur le site de l’atelier. Il n’y a pas d’actes.',
  'At least one author registers for the workshop and attends it.':
    'Au moins une des personnes qui signent l’article s’inscrit à l’atelier et y prend part.',
  'The authors are invited to present a poster.': 'Vous êtes invités à présenter une affiche.',
  'A few papers may be selected for a talk.': 'Quelques articles peuvent être choisis pour un exposé.',
  'Kind of paper': 'Type d’article',
  'Technical contribution': 'Contribution technique',
  Perspective: 'Point de vue',
  'A view on a broader question of the field.': 'Un regard sur une question plus large du domaine.',
  Abstract: 'Résumé',
  'Reviewers read this first.': 'C’est ce que le comité lit d’abord.',
  'Prior publication': 'Publication antérieure',
  'Has this paper appeared at a conference or in a journal?':
    'Cet article a-t-il paru dans une conférence ou une revue ?',
  'A preprint is neither.': 'Une prépublication n’est ni l’une ni l’autre.',
  No: 'Non',
  Yes: 'Oui',
  'Where did it appear?': 'Où a-t-il paru ?',
  'If it is accepted': 'S’il est retenu',
  'Which of the authors expects to attend?': 'Qui, parmi les signataires, compte venir ?',
  'If this paper is accepted, at least one of its authors will register for the workshop and attend it.':
    'Si cet article est retenu, au moins une des personnes qui le signent s’inscrira à l’atelier et y prendra part.',
  'Everyone who should be an author is named and knows of this submission, and what we state is accurate.':
    'Toute personne qui doit signer est nommée et sait que l’article est soumis ; ce que nous déclarons est exact.',
  'If this paper is accepted, it may be published on the site of the workshop.':
    'Si cet article est retenu, il peut être publié sur le site de l’atelier.',
  'At least one author of each accepted paper registers for the workshop and attends it.':
    'Pour chaque article retenu, au moins une des personnes qui le signent s’inscrit à l’atelier et y prend part.',
};

const works: Record<string, string> = {
  'Call for creative work': 'Appel à œuvres',
  'Creative work of any form. A proof of concept is welcome.':
    'Des œuvres de toute forme. Une ébauche est la bienvenue.',
  'We invite creative work of any form on the theme of the workshop. A proof of concept is welcome.':
    'Nous invitons à proposer des œuvres de toute forme sur le thème de l’atelier. Une ébauche est la bienvenue.',
  'Give your files whatever names they have.': 'Laissez à vos fichiers les noms qu’ils ont.',
  '### If this does not fit your work': '### Si cela ne convient pas à votre œuvre',
  'Ask us, with a few words about the work, and we will find another way.':
    'Écrivez-nous quelques mots sur l’œuvre : nous trouverons une autre voie.',
  '### Your rights': '### Vos droits',
  'You keep them. If the work is selected, you grant us the non-exclusive right to publish and reproduce it. If it is not, you have granted nothing.':
    'Vous les gardez. Si l’œuvre est retenue, vous nous accordez le droit non exclusif de la publier et de la reproduire. Si elle ne l’est pas, vous n’avez rien accordé.',
  'Artistic merit': 'Qualité artistique',
  'Thematic relevance': 'Lien avec le thème',
  'The work becomes part of the programme and of the site of the workshop.':
    'L’œuvre prend place dans le programme et sur le site de l’atelier.',
  'You need to register only if you want to attend. Your work is shown either way.':
    'Vous ne devez vous inscrire que si vous voulez venir. Votre œuvre est montrée dans tous les cas.',
  'Form(s) of the work': 'Forme(s) de l’œuvre',
  Image: 'Image',
  'Drawing, painting, print, digital image': 'Dessin, peinture, estampe, image numérique',
  'Sculpture or object': 'Sculpture ou objet',
  Installation: 'Installation',
  Photography: 'Photographie',
  Writing: 'Écriture',
  'Music or sound': 'Musique ou son',
  'Film or animation': 'Film ou animation',
  'Game or interactive piece': 'Jeu ou pièce interactive',
  Performance: 'Performance',
  'About the work': 'À propos de l’œuvre',
  'Two or three sentences for people who have not seen it yet.':
    'Deux ou trois phrases pour qui ne l’a pas encore vue.',
  'The work': 'L’œuvre',
  'Where does the work stand?': 'Où en est l’œuvre ?',
  'A proof of concept is welcome.': 'Une ébauche est la bienvenue.',
  'It is finished': 'Elle est achevée',
  'It is in progress': 'Elle est en cours',
  'It is a proof of concept': 'C’est une ébauche',
  'What is it made of?': 'De quoi est-elle faite ?',
  'Dimensions or duration': 'Dimensions ou durée',
  'Where it has been': 'Son parcours',
  'Where has it appeared, and who is considering it now?':
    'Où l’a-t-on vue, et à qui d’autre est-elle proposée en ce moment ?',
  'How AI was used': 'L’usage de l’IA',
  'What part did AI play?': 'Quelle part l’IA y a-t-elle eue ?',
  'None is a full answer, and so is a lot.':
    '« Aucune » est une réponse entière ; « une grande part » aussi.',
  'For those who look and listen': 'Pour qui regarde et écoute',
  'Does the work contain any of these?': 'L’œuvre contient-elle l’un de ces éléments ?',
  'So that people can choose. It never counts against a work.':
    'Pour que chacun puisse choisir. Cela ne compte jamais contre une œuvre.',
  'Flashing light': 'Lumières clignotantes',
  'Loud or sudden sound': 'Sons forts ou soudains',
  Violence: 'Violence',
  'Sexual content': 'Contenu sexuel',
  'Showing it': 'La présenter',
  'What does it need to be shown?': 'Que faut-il pour la présenter ?',
  'One thing a line: power, screen, loudspeakers, wall or floor, darkness.':
    'Une chose par ligne : courant, écran, haut-parleurs, mur ou sol, obscurité.',
  'I am the author of this work, or I speak for its authors.':
    'Cette œuvre est de moi, ou je parle au nom de ses auteurs et autrices.',
  'If the work is selected, I grant the workshop non-exclusive rights to publish and reproduce it. If it is not selected, I grant nothing.':
    'Si l’œuvre est retenue, j’accorde à l’atelier des droits non exclusifs de publication et de reproduction. Si elle ne l’est pas, je n’accorde rien.',
  'You need to register to attend. You need not register to have your work accepted and shown.':
    'Pour venir, il faut s’inscrire. Pour que votre œuvre soit retenue et montrée, ce n’est pas nécessaire.',
};

const french = { ...papers, ...works };
