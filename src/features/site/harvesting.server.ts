/** What other programs ask with a question: OAI-PMH, and what to show for an address. Everything in it is public. */
import * as v from 'valibot';
import { pageOf } from '#app/features/works/citing/addresses.ts';
import { oEmbed } from '#app/features/works/citing/oembed.ts';
import { read } from '#app/platform/operation.server.ts';
import { anyone } from '#app/platform/policy.ts';
import { missing } from '#app/platform/refusal.ts';
import { answerOai } from './formats/oai/answer.ts';
import { gather } from './gathering.server.ts';
import { citedIn } from './record-pages.ts';

/** The answer to an OAI-PMH question, errors of the asker included; missing where there is no edition. */
export const harvest = read({
  name: 'site.harvest',
  input: v.object({ query: v.pipe(v.string(), v.maxLength(4_000)) }),
  allow: anyone,
  run: async ({ db, now }, _all, { query }) => {
    const { editions } = await gather(db, now);
    const [newest] = editions;
    if (!newest) throw missing();
    const { name, contactEmail } = newest.settings.about;
    const days = editions.flatMap(({ dates, settings }) => [
      ...dates.map(({ datetime }) => datetime),
      ...settings.about.days,
    ]);
    const repository = {
      url: `${newest.base}/oai`,
      name,
      adminEmail: contactEmail,
      earliest: new Date(days.sort()[0]!).toISOString(),
      editions: editions.map((site) => ({ at: citedIn(site), records: site.records })),
    };
    return answerOai(repository, new URLSearchParams(query), now);
  },
});

const size = v.optional(v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number)), '10000');

/** oEmbed by the address of a paper or work, with or without its ending. */
export const embed = read({
  name: 'site.embed',
  input: v.object({ url: v.pipe(v.string(), v.maxLength(2_000)), maxwidth: size, maxheight: size }),
  allow: anyone,
  run: async ({ db, now }, _all, { url, maxwidth, maxheight }) => {
    const asked = url.replace(/[?#].*$/s, '').replace(/\.html$/, '');
    for (const site of (await gather(db, now)).editions) {
      const at = citedIn(site);
      const record = site.records.find((one) => pageOf(one, at) === asked);
      if (record) return oEmbed(record, at, { maxWidth: maxwidth, maxHeight: maxheight });
    }
    throw missing();
  },
});
