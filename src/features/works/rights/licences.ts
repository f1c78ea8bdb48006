/** The licences a creator may give to the whole world, beside what the workshop is granted. */
export interface Licence {
  key: string;
  label: string;
  /** Empty where all rights stay reserved. */
  url: string;
}

export const reserved: Licence = { key: 'reserved', label: 'All rights reserved', url: '' };

export const licences: Licence[] = [
  reserved,
  commons('by', 'Attribution'),
  commons('by-sa', 'Attribution-ShareAlike'),
  commons('by-nc', 'Attribution-NonCommercial'),
  commons('by-nc-sa', 'Attribution-NonCommercial-ShareAlike'),
  commons('by-nd', 'Attribution-NoDerivatives'),
  commons('by-nc-nd', 'Attribution-NonCommercial-NoDerivatives'),
  {
    key: 'cc0-1.0',
    label: 'CC0 1.0 (given to everybody)',
    url: 'https://creativecommons.org/publicdomain/zero/1.0/',
  },
];

/** An unknown key is told as reserved: of two readings the narrower. */
export const licenceOf = (key: string): Licence => licences.find((one) => one.key === key) ?? reserved;

function commons(parts: string, words: string): Licence {
  return {
    key: `cc-${parts}-4.0`,
    label: `CC ${parts.toUpperCase()} 4.0 (${words})`,
    url: `https://creativecommons.org/licenses/${parts}/4.0/`,
  };
}
