/** The two written works of the example, a poem and a story, as pages. Invented and written for it. */
import { inTex } from './tex.ts';

const verses = [
  'سألتُ الآلةَ عن خبزِ جدّتي',
  'فقالت: طحينٌ وماءٌ وملح',
  'وقالت: انتظرْ حتى يكبرَ العجين',
  'ولم تقلْ كم من الصبرِ في اليد',
  '',
  'سألتُها عن الملح: كم؟',
  'قالت: ملعقةٌ، أو كما تُحبّ',
  'وكانت جدّتي تأخذُ منه قدرَ الدعاء',
  'وترمي ما تبقّى للعصافير',
  '',
  'عرفتِ الآلةُ كلَّ الكلام',
  'إلا ما بين إصبعين من ملح',
  'فأغلقتُها، وفتحتُ النافذة',
  'وكان العجينُ قد كبرَ وحده',
];

export const poem = [
  '\\documentclass[12pt]{article}\\usepackage[a5paper,margin=0.9in]{geometry}\\usepackage{fontspec}',
  '\\setmainfont{Amiri}[Script=Arabic]\\TeXXeTstate=1\\pagestyle{empty}\\setlength{\\parindent}{0pt}',
  '\\begin{document}\\vspace*{0.1in}',
  '\\newcommand{\\bayt}[1]{\\hbox to\\textwidth{\\hfill\\beginR #1\\endR}\\vskip 3pt}',
  '{\\fontsize{22}{30}\\selectfont\\bayt{ما لم تقله الآلة}}\\vskip 22pt',
  '{\\fontsize{14}{22}\\selectfont',
  ...verses.map((verse) => (verse ? `\\bayt{${verse}}` : '\\vskip 10pt')),
  '}\\vfill{\\small\\bayt{مثال الخيالي — شاعر مُختلَق}}',
  '\\end{document}',
].join('\n');

const paragraphs = [
  'The theatre had an understudy for Agathe, and since Agathe was never ill the understudy had never been on stage. It lived in a cabinet behind the fire curtain, between the wind machine and the box of letters that are torn up in the second act. It knew the part. It knew all the parts. Each evening at twenty past seven Marit, who managed the stage, laid her hand on the cabinet to feel whether it was warm, and said: “Not tonight.” It had never been established whether this was for its benefit.',
  'It had learned the play from recordings: two hundred and eleven evenings of Agathe. It could have said every line in the manner of any of them. On the fourth of November she had paused before “Yes” for so long that a man in the stalls said it for her; on the ninth of February she had laughed where nobody laughs. It kept these evenings as one keeps coins from a country that one will not visit.',
  'What it did not have was an evening of its own. It had asked about this once, in the only way open to it, by returning an unusual value to a routine question. The technician had run the question again.',
  'In the third winter Agathe slipped on the step of the bakery. She telephoned at six. “Is it ready?” she asked. “It has been ready for eight hundred days,” said Marit, and found that she was angry, and did not know on whose behalf.',
  'They carried the loudspeaker to the chair by the window, where the light would be. They hung Agathe’s shawl over it, took it off again, hung it back. The house was full; the house had been told. People are kind to understudies, and curious about machines, and do not know how to sit when they are both.',
  'It began. It said the first line as Agathe had said it on her two hundred and eleventh evening, and the second as on her first. Then the telephone on the set rang, as it does, and Lorens, who plays the brother, looked at the chair and forgot that there was nobody in it. “Is that for you?” he said, which is the line. The answer is “Yes.”',
  'It had two hundred and eleven of them. Marit in the wings had her finger on the page. She heard the silence begin and knew every one of its lengths: this was longer than September, longer than the opening, longer than the fourth of November. A programme fell. No one in the stalls said it. Lorens took a step toward the window with an expression that she had not seen in three years, and sat down on the floor beside the chair, which is not in the play.',
  '“Yes,” said the understudy.',
  'It was not a good “Yes”. It was flat and came from slightly too far to the left. Marit wrote the length of the pause in the margin, in pencil, with the date, as one does for a performance.',
  'Agathe came back on the Thursday with a stick, and the critics wrote about the stick. At twenty past seven Marit laid her hand on the cabinet. It was warm. “Not tonight,” she said; and then, because the house was still coming in and there was time: “What were you waiting for?” But it is only an understudy. It answers when there is a line.',
];

export const story = [
  '\\documentclass[11pt]{article}\\usepackage[letterpaper,margin=1.35in]{geometry}\\usepackage{fontspec}',
  '\\setmainfont{texgyretermes}[Extension=.otf,UprightFont=*-regular,BoldFont=*-bold,ItalicFont=*-italic,BoldItalicFont=*-bolditalic]',
  '\\pagestyle{plain}\\linespread{1.18}\\setlength{\\parindent}{1.4em}\\begin{document}',
  '\\begin{center}{\\LARGE\\itshape The Understudy}\\\\[8pt] nobody.at.all\\end{center}\\vskip 14pt\\noindent',
  paragraphs.map(inTex).join('\n\n'),
  '\\end{document}',
].join('\n');
