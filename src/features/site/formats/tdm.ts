/** Text and data mining: tdmrep.json of the W3C community group, its policy in ODRL, and the licence of RSL. */
import { element, xmlDocument } from '#app/features/works/citing/xml.ts';
import type { Preference } from '#app/features/works/preference.ts';
import { labels } from '#app/features/works/rights/signal-labels.ts';
import { signals, tdmrepEntry } from '#app/features/works/rights/signals.ts';
import { reservations, type Reserved } from './reservations.ts';

/** `/.well-known/tdmrep.json`: always a list; the first place that fits counts. */
export const tdmrep = (given: Reserved) =>
  reservations(given, (preference) => signals(preference).tdmReservation).map(({ path, preference }) =>
    tdmrepEntry(
      path,
      preference,
      signals(preference).tdmReservation === 1 ? policyAddress(given.base) : undefined,
    ),
  );

/** `<meta name content>` of a page that shows it; with `tdm-policy`, as its files have in their headers. */
export const preferencePairs = (preference: Preference, base: string): [name: string, content: string][] => {
  const { meta, tdmReservation } = signals(preference);
  return [
    ...meta.map(({ name, content }): [string, string] => [name, content]),
    ...(tdmReservation === 1 ? [[labels.tdm.policy, policyAddress(base)] as [string, string]] : []),
  ];
};

export const policyAddress = (base: string) => `${base}/policies/tdm.json`;
export const licenceAddress = (base: string) => `${base}/license.xml`;

/** Whom to ask, and that mining needs the consent that is asked for there. */
export const tdmPolicy = (base: string, contact: { name: string; email: string }) => ({
  '@context': ['http://www.w3.org/ns/odrl.jsonld', 'http://www.w3.org/ns/tdmrep.jsonld'],
  '@type': 'Offer',
  profile: 'http://www.w3.org/ns/tdmrep',
  uid: policyAddress(base),
  assigner: {
    uid: `${base}/`,
    'vcard:fn': contact.name,
    'vcard:hasEmail': `mailto:${contact.email}`,
    'vcard:hasURL': `${base}/`,
  },
  permission: [{ action: 'tdm:mine', duty: [{ action: 'obtainConsent' }] }],
});

/** RSL 1.0. Names no licence server: nothing here has to be asked before a page may be read. */
export const rslLicence = (given: Reserved): string =>
  xmlDocument(
    element(
      'rsl',
      { xmlns: labels.rsl.namespace },
      ...reservations(given, (preference) => signals(preference).rsl).map(({ path, preference }) => {
        const { permits, prohibits } = signals(preference).rsl;
        return element(
          'content',
          { url: path },
          element(
            'license',
            {},
            permits.length > 0 && element('permits', { type: 'usage' }, permits.join(' ')),
            prohibits.length > 0 && element('prohibits', { type: 'usage' }, prohibits.join(' ')),
          ),
        );
      }),
    ),
  );
