/** A page in the manner of the papers' format: US letter, a block of 5.5 by 9 inches, ten points on eleven, title between rules. */

export type Author = { name: string; affiliation: string; email: string };

export function document(paper: {
  title: string;
  authors: Author[];
  abstract?: string;
  a4?: boolean;
  notice?: string;
  body: string;
}): string {
  return [
    '\\documentclass[10pt]{article}',
    `\\usepackage[${paper.a4 ? 'a4paper' : 'letterpaper'},textwidth=5.5in,textheight=9in,left=1.5in,top=1in,headheight=0pt,headsep=0pt]{geometry}`,
    '\\usepackage{fontspec,graphicx,xcolor,tikz,enumitem,titlesec,caption}',
    '\\setmainfont{texgyretermes}[Extension=.otf,UprightFont=*-regular,BoldFont=*-bold,ItalicFont=*-italic,BoldItalicFont=*-bolditalic]\\newfontfamily\\cjk{Noto Serif CJK JP}\\newfontfamily\\hangul{Noto Serif CJK KR}',
    '\\newfontfamily\\arabicscript{Amiri}[Script=Arabic]\\newfontfamily\\indic{Noto Serif Devanagari}[Script=Devanagari]',
    '\\newfontfamily\\wide{DejaVu Serif}[Scale=0.88]\\TeXXeTstate=1',
    '\\titleformat{\\section}{\\large\\bfseries}{\\thesection}{0.7em}{}\\titlespacing*{\\section}{0pt}{9pt plus 2pt}{5pt}',
    '\\captionsetup{font=normalsize,labelsep=colon}\\setlength{\\parindent}{0pt}\\setlength{\\parskip}{5.5pt}',
    '\\fontsize{10pt}{11pt}\\selectfont\\pagestyle{plain}\\sloppy',
    '\\begin{document}\\fontsize{10pt}{11pt}\\selectfont\\thispagestyle{empty}',
    '\\vspace*{0.1in}\\hrule height 4pt\\vskip 0.25in\\begin{center}',
    `{\\fontsize{17pt}{20pt}\\selectfont\\bfseries ${inTex(paper.title)}\\par}`,
    '\\end{center}\\vskip 0.18in\\hrule height 1pt\\vskip 0.2in',
    authorBlock(paper.authors),
    ...(paper.abstract
      ? [
          '\\begin{center}{\\large\\bfseries Abstract}\\end{center}\\vspace{-4pt}',
          `\\begin{list}{}{\\leftmargin=0.5in\\rightmargin=0.5in}\\item ${inTex(paper.abstract)}\\end{list}`,
        ]
      : []),
    '{\\renewcommand{\\thefootnote}{}\\footnotetext{' +
      (paper.notice ??
        '38th Conference on Neural Information Processing Systems (NeurIPS 2024), Workshop on Creativity \\& Generative AI. An invented paper, made for a demonstration.') +
      '}}',
    paper.body,
    '\\end{document}',
  ].join('\n');
}

/** A few authors stand side by side; a crowd stands in one paragraph. */
function authorBlock(authors: Author[]): string {
  if (authors.length > 6) {
    const names = authors.map((author) => `\\mbox{${inTex(author.name)}}`).join(', ');
    return `\\begin{center}\\textbf{${names}}\\\\[4pt] Forty-eight studios (invented)\\end{center}`;
  }
  const cells = authors.map(
    ({ name, affiliation, email }) =>
      `\\begin{tabular}[t]{@{}c@{}}\\textbf{${inTex(name)}}\\\\ ${inTex(affiliation)}\\\\ \\texttt{\\small ${email}}\\end{tabular}`,
  );
  return `\\begin{center}${cells.join('\\hskip 0.35in plus 0.1in ')}\\end{center}`;
}

export const paragraph = (text: string) => `${inTex(text)}\n`;

/** Escapes what TeX would act on and gives every script a font that has it. */
export function inTex(text: string): string {
  return text
    .replace(/[&%$#_{}]/g, '\\$&')
    .replace(/[\u0900-\u097f]+(?: [\u0900-\u097f]+)*/g, '{\\indic $&}')
    .replace(/[\u0600-\u06ff]+(?: [\u0600-\u06ff]+)*/g, '{\\arabicscript\\beginR $&\\endR}')
    .replace(/[\uac00-\ud7af]+(?: [\uac00-\ud7af]+)*/g, '{\\hangul $&}')
    .replace(/[\u3040-\u30ff\u4e00-\u9fff]+(?: [\u3040-\u30ff\u4e00-\u9fff]+)*/g, '{\\cjk $&}')
    .replace(/[\u0370-\u04ff]+(?: [\u0370-\u04ff]+)*/g, '{\\wide $&}')
    .replace(/ā/g, '\\=a')
    .replace(/ʻ/g, '‘')
    .replace(/…/g, '\\dots{}');
}
