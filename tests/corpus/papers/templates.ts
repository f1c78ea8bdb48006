/** Owns the page layouts of the corpus, written for it: each imitates a family of templates by its measures. */
export type Template = {
  name: string;
  /** The document class and everything before the document begins. */
  preamble: string;
  /** The front matter, given title, authors and abstract. */
  front: (title: string, authors: readonly string[], abstract: string) => string;
  columns: 1 | 2;
  /** A camera-ready paper of the call's own format. */
  native?: 'final' | 'preprint' | 'anonymous';
};

const base = String.raw`\usepackage[T1]{fontenc}\usepackage[utf8]{inputenc}\usepackage{graphicx}\usepackage{booktabs}\usepackage{xcolor}`;
const stacked = (title: string, authors: readonly string[]) =>
  String.raw`\title{${title}}\author{${authors.map((name) => String.raw`${name}\\ University of Somewhere`).join(String.raw` \and `)}}\date{}\maketitle`;
const abstracted = (title: string, authors: readonly string[], abstract: string) =>
  `${stacked(title, authors)}\n\\begin{abstract}\n${abstract}\n\\end{abstract}`;

function neurips(mode: 'final' | 'preprint' | 'anonymous'): Template {
  const notice = {
    final: '38th Conference on Neural Information Processing Systems (NeurIPS 2024).',
    preprint: 'Preprint. Under review.',
    anonymous:
      'Submitted to 38th Conference on Neural Information Processing Systems (NeurIPS 2024). Do not distribute.',
  }[mode];
  return {
    name: `neurips-${mode}`,
    native: mode,
    columns: 1,
    preamble: String.raw`\documentclass[10pt]{article}
\usepackage[paperheight=11in,paperwidth=8.5in,textheight=9in,textwidth=5.5in,top=1in,headheight=12pt,headsep=25pt,footskip=30pt]{geometry}
\usepackage{times}${base}
\renewcommand{\normalsize}{\fontsize{10}{11}\selectfont}\normalsize
\setlength{\parindent}{0pt}\setlength{\parskip}{5.5pt}\sloppy\widowpenalty=10000\clubpenalty=10000
\makeatletter
\renewcommand\section{\@startsection{section}{1}{\z@}{-2ex plus -.5ex minus -.2ex}{1.5ex plus .3ex}{\large\bfseries\raggedright}}
\renewcommand\subsection{\@startsection{subsection}{2}{\z@}{-1.8ex plus -.5ex}{.8ex}{\normalsize\bfseries\raggedright}}
\makeatother
${mode === 'anonymous' ? String.raw`\usepackage{lineno}\linenumbers` : ''}
\renewcommand{\footnoterule}{\kern-3pt \hrule width 12pc \kern 2.6pt}`,
    front: (title, authors, abstract) => String.raw`\thispagestyle{empty}
\vbox{\hsize\textwidth\vskip 0.1in\hrule height 4pt\vskip 0.25in\centering{\fontsize{17}{20}\selectfont\bfseries ${title}\par}\vskip 0.29in\hrule height 1pt\vskip 0.09in}
\begin{center}${
      mode === 'anonymous'
        ? String.raw`\textbf{Anonymous Author(s)}\\ Affiliation\\ Address\\ \texttt{email}`
        : authors
            .map(
              (name) =>
                String.raw`\begin{tabular}[t]{c}\textbf{${name}}\\ University of Somewhere\\ \texttt{someone@example.org}\end{tabular}`,
            )
            .join(String.raw`\hfil\linebreak[0]\hfil `)
    }\end{center}
\let\thefootnote\relax\footnotetext{${notice}}\renewcommand\thefootnote{\arabic{footnote}}
\centerline{\fontsize{12}{14}\selectfont\bfseries Abstract}\begin{quote}${abstract}\end{quote}`,
  };
}

const twoColumn = (name: string, paper: string, extra: string): Template => ({
  name,
  columns: 2,
  preamble: String.raw`\documentclass[10pt,twocolumn]{article}\usepackage[${paper}]{geometry}${base}${extra}`,
  front: (title, authors, abstract) =>
    String.raw`\twocolumn[\begin{center}{\LARGE\bfseries ${title}\par}\vskip 1em ${authors.join(', ')}\\ University of Somewhere\vskip 1.5em\end{center}]
\begin{abstract}${abstract}\end{abstract}`,
});

const plain = (name: string, options: string, geometry: string, extra = ''): Template => ({
  name,
  columns: 1,
  preamble: String.raw`\documentclass[${options}]{article}\usepackage[${geometry}]{geometry}${base}${extra}`,
  front: abstracted,
});

const heads = String.raw`\usepackage{fancyhdr}\pagestyle{fancy}\lhead{Looms and Models}\rhead{References for the Room}\cfoot{\thepage}`;

export const templates: Template[] = [
  neurips('final'),
  neurips('preprint'),
  neurips('anonymous'),
  twoColumn(
    'sigconf-like',
    'letterpaper,textwidth=506pt,textheight=9in,columnsep=24pt,top=57pt',
    String.raw`\usepackage{mathptmx}\renewcommand{\normalsize}{\fontsize{9}{11}\selectfont}\normalsize`,
  ),
  twoColumn(
    'a4-two-columns',
    'a4paper,textwidth=16cm,textheight=24.7cm,columnsep=0.6cm',
    String.raw`\usepackage{times}`,
  ),
  twoColumn(
    'narrow-gutter',
    'letterpaper,margin=0.75in,columnsep=0.17in',
    String.raw`\usepackage{mathptmx}${heads}`,
  ),
  {
    name: 'ieee',
    columns: 2,
    preamble: String.raw`\documentclass[conference]{IEEEtran}${base}`,
    front: (title, authors, abstract) =>
      String.raw`\title{${title}}\author{\IEEEauthorblockN{${authors.join(', ')}}\IEEEauthorblockA{University of Somewhere}}\maketitle\begin{abstract}${abstract}\end{abstract}`,
  },
  {
    name: 'llncs',
    columns: 1,
    preamble: String.raw`\documentclass[runningheads]{llncs}${base}`,
    front: (title, authors, abstract) =>
      String.raw`\title{${title}}\author{${authors.join(String.raw` \and `)}}\institute{University of Somewhere}\maketitle\begin{abstract}${abstract}\end{abstract}`,
  },
  plain('article-a4', '11pt', 'a4paper,margin=2.5cm'),
  plain('article-letter', '10pt', 'letterpaper,margin=1in', String.raw`\usepackage{lmodern}`),
  plain('article-12', '12pt', 'a4paper,margin=3cm', heads),
  plain(
    'sans',
    '11pt',
    'a4paper,margin=2cm',
    String.raw`\usepackage{helvet}\renewcommand{\familydefault}{\sfdefault}`,
  ),
  plain(
    'draft',
    '12pt',
    'letterpaper,margin=1in',
    String.raw`\usepackage{lineno}\linenumbers\linespread{1.6}`,
  ),
  plain('type3', '11pt', 'a4paper,margin=2.6cm', String.raw`\pdfmapfile{}`),
  plain(
    'linked',
    '10pt',
    'letterpaper,margin=1.2in',
    String.raw`\usepackage{palatino}\usepackage[colorlinks]{hyperref}`,
  ),
];

/** Classes that publishers give out, where they are installed; their own lists carry their own headings. */
export const publishers: Template[] = [
  {
    name: 'acm-sigconf',
    columns: 2,
    preamble: String.raw`\documentclass[sigconf,nonacm]{acmart}\setcopyright{none}\settopmatter{printacmref=false}`,
    front: acmFront,
  },
  {
    name: 'acm-manuscript',
    columns: 1,
    preamble: String.raw`\documentclass[manuscript,screen,review]{acmart}\setcopyright{none}`,
    front: acmFront,
  },
  {
    name: 'ieee-journal',
    columns: 2,
    preamble: String.raw`\documentclass[journal]{IEEEtran}${base}\markboth{Journal of Looms}{Byron: References for the Room}`,
    front: (title, authors, abstract) =>
      String.raw`\title{${title}}\author{${authors.join(', ')}}\maketitle\begin{abstract}${abstract}\end{abstract}`,
  },
  {
    name: 'revtex',
    columns: 2,
    preamble: String.raw`\documentclass[aps,prl,reprint]{revtex4-2}${base}`,
    front: (title, authors, abstract) =>
      String.raw`\title{${title}}${authors.map((name) => String.raw`\author{${name}}`).join('')}\affiliation{University of Somewhere}\begin{abstract}${abstract}\end{abstract}\maketitle`,
  },
  {
    name: 'elsarticle',
    columns: 1,
    preamble: String.raw`\documentclass[review,12pt]{elsarticle}${base}`,
    front: (title, authors, abstract) =>
      String.raw`\begin{frontmatter}\title{${title}}${authors.map((name) => String.raw`\author{${name}}`).join('')}\address{University of Somewhere}\begin{abstract}${abstract}\end{abstract}\end{frontmatter}`,
  },
];

function acmFront(title: string, authors: readonly string[], abstract: string): string {
  const people = authors.map(
    (name) =>
      String.raw`\author{${name}}\affiliation{\institution{University of Somewhere}\city{Ghent}\country{Belgium}}`,
  );
  return String.raw`\title{${title}}${people.join('')}\begin{abstract}${abstract}\end{abstract}\maketitle`;
}
