/** Letters of other scripts in Latin ones, as far as one letter can stand for another; for addresses, not for reading. */

const cyrillic =
  'а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ - ы y ь - э e ю yu я ya і i ї yi є ye ґ g ў w ј j љ lj њ nj ђ dj ћ c џ dz';
const greek =
  'α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o';
const arabic =
  'ا a أ a إ i آ a ء - ؤ u ئ i ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z ع a غ gh ف f ق q ك k ک k گ g ل l م m ن n ه h ة a و w ي y ی y ى a پ p چ ch ژ zh';
const hebrew =
  'א a ב b ג g ד d ה h ו v ז z ח h ט t י y כ k ך k ל l מ m ם m נ n ן n ס s ע a פ p ף f צ ts ץ ts ק k ר r ש sh ת t';
const latin = 'ß ss æ ae œ oe ø o đ d ð d þ th ł l ħ h ı i ŋ ng ĸ k ŧ t';

export const inLatin: ReadonlyMap<string, string> = new Map(
  [cyrillic, greek, arabic, hebrew, latin].flatMap((table) => {
    const words = table.split(' ');
    return words.flatMap((letter, at): [string, string][] =>
      at % 2 === 0 ? [[letter, words[at + 1]!.replace('-', '')]] : [],
    );
  }),
);
