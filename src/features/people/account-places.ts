import type { NavItem } from '#app/ui/frame.ts';

const places = [
  { href: '/account', label: 'About you' },
  { href: '/account/signing-in', label: 'Signing in' },
  { href: '/account/letters', label: 'Letters' },
  { href: '/account/data', label: 'Your data' },
];

/** The pages of one's account, the present one marked. */
export const accountPlaces = (here: string): NavItem[] =>
  places.map((place) => ({ ...place, current: place.href === here }));

/** Where somebody signed in can go from their own pages. */
export const ownPlaces = (here: string): NavItem[] => [
  { href: '/my', label: 'My submissions', current: here === '/my' },
  { href: '/account', label: 'Account', current: here.startsWith('/account') },
  { href: '/sign-out', label: 'Sign out' },
];
