/** Owns the words by which headings are known, in several languages, written without marks and in lower case. */

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** What a heading says, without its number, its case and its marks; null for what is too long for one. */
export function headingText(text: string): string | null {
  if (text.length > 80) return null;
  const bare = plain(text)
    .replace(/^(section|chapter|kapitel|abschnitt)\s+/, '')
    .replace(
      /^(\(?([0-9]{1,2}|[ivx]{1,5}|[a-z])([.)]([0-9]{1,2})?)*[.):]?\s+|§\s*|\d{1,2}\.?(?=\p{L}{4}))/u,
      '',
    )
    .replace(/[\s.:—–-]+$/, '')
    // Small capitals are often set letter by letter.
    .replace(/^(\p{L})\s(?=\p{L}{4,}$)/u, '$1');
  const spaced = /^(\p{L}\s){5,}\p{L}$/u.test(bare) ? bare.replace(/\s/g, '') : bare;
  return spaced === '' ? null : spaced;
}

/** Compared without spaces: letterspaced and small capitals come with spaces of their own. */
const tight = (text: string) => text.replace(/\s+/g, '');
const lists = (text: string) => new Set(text.split('|').map((one) => tight(plain(one.trim()))));

/** Source for the languages: the words that common templates print. */
const references = lists(
  'references|reference|reference list|list of references|references and notes|notes and references|references cited|cited references|bibliography|selected bibliography|works cited|literature cited|literature|cited works|sources|references and further reading|' +
    'literatur|literaturverzeichnis|quellen|quellenverzeichnis|referenzen|bibliographie|bibliografie|références|références bibliographiques|ouvrages cités|' +
    'referencias|referencias bibliográficas|bibliografía|obras citadas|referências|referências bibliográficas|bibliografia|riferimenti|riferimenti bibliografici|' +
    'literatuur|referenties|literatuurlijst|referenser|litteratur|litteraturlista|källor|referanser|litteraturliste|kilder|referencer|lähteet|kirjallisuus|viitteet|' +
    'literatura|bibliografia|piśmiennictwo|použitá literatura|seznam literatury|reference a literatura|irodalom|irodalomjegyzék|hivatkozások|bibliografie|kaynakça|kaynaklar|' +
    'литература|список литературы|библиография|источники|література|βιβλιογραφία|αναφορές|参考文献|參考文獻|引用文献|참고문헌|참고 문헌|المراجع|ביבליוגרפיה|מקורות|संदर्भ|tài liệu tham khảo|daftar pustaka',
);

const acknowledgements = lists(
  'acknowledgements|acknowledgments|acknowledgement|acknowledgment|acknowledgments and disclosure of funding|acknowledgements and disclosure of funding|acknowledgments and funding|funding|funding disclosure|disclosure of funding|funding and acknowledgments|funding and acknowledgements|' +
    'danksagung|danksagungen|dank|remerciements|agradecimientos|agradecimentos|ringraziamenti|dankwoord|tack|takk|kiitokset|podziękowania|poděkování|köszönetnyilvánítás|teşekkür|благодарности|подяки|ευχαριστίες|致谢|謝辞|감사의 글',
);

const checklist = lists(
  'neurips paper checklist|paper checklist|checklist|reproducibility checklist|neurips checklist|author checklist',
);

const appendixWords =
  /^(appendix|appendices|supplementary materials?|supplementary|supplemental materials?|supplement|supporting information|online appendix|technical appendix|anhang|annexes?|annexe|apéndice|apendice|anexos?|appendice|bijlagen?|bilaga|liite|dodatek|приложение|приложения|附录|付録|부록)\b/;

/** Parts of words by which a heading of one's own making still speaks of references. */
const parts =
  /\b(referenc|bibliograph|bibliograf|literatur|quellen|works cited|cited|sources\b|riferiment|filmograph|discograph|webograph|sitograf|further reading|works? consulted)/;

/** Whether a short heading has such a word in it. Weaker than headingKind: what follows must prove it. */
export function speaksOfReferences(text: string): boolean {
  const words = headingText(text);
  return words !== null && words.length < 60 && words.split(' ').length <= 6 && parts.test(words);
}

export type HeadingKind = 'references' | 'acknowledgements' | 'checklist' | 'appendix';

/** What kind of uncounted part a line would open, if it is a heading at all. */
export function headingKind(text: string): HeadingKind | null {
  return kindAsRead(text) ?? (rightToLeft.test(text) ? kindAsRead(inOrder(text)) : null);
}

/** Letters of what is written from right to left may stand on the page, and in its drawing, the other way round. */
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** A heading as it is read: turned where only the other direction makes sense. */
export function inOrder(text: string): string {
  return rightToLeft.test(text) && kindAsRead(text) === null ? [...text].reverse().join('') : text;
}

function kindAsRead(text: string): HeadingKind | null {
  const words = headingText(text);
  if (words === null) return null;
  const bare = tight(words);
  if (references.has(bare)) return 'references';
  if (acknowledgements.has(bare)) return 'acknowledgements';
  if (checklist.has(bare)) return 'checklist';
  return appendixWords.test(words) && words.length < 60 ? 'appendix' : null;
}
