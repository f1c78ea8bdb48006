import type { NavItem } from '#app/ui/frame.ts';
import type { PeopleWords } from './words/words.ts';

/** The pages of one's account, the present one marked. */
export const accountPlaces = (here: string, w: PeopleWords['places']): NavItem[] =>
  [
    { href: '/account', label: w.about },
    { href: '/account/signing-in', label: w.signingIn },
    { href: '/account/letters', label: w.letters },
    { href: '/account/data', label: w.data },
  ].map((place) => ({ ...place, current: place.href === here }));

/** Where somebody signed in can go from their own pages. */
export const ownPlaces = (here: string, w: PeopleWords): NavItem[] => [
  { href: '/my', label: w.places.submissions, current: here === '/my' },
  { href: '/account', label: w.places.account, current: here.startsWith('/account') },
  { href: '/sign-out', label: w.signOut.title },
];
