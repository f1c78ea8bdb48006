import { describe, expect, it } from 'vitest';
import { preferences, type Preference } from '../preference.ts';
import { robotsLine, signals, strictest, tdmrepEntry, type Signals } from './signals.ts';

/** What each channel can speak of, read back by rules written here anew and not taken from the table of labels. */
type Said = Partial<Record<'search' | 'input' | 'training' | 'mining', boolean>>;

const channels: Record<string, (of: Signals, preference: Preference) => Said> = {
  'Content-Usage': ({ headers }) => usage(headers['Content-Usage']!),
  'Content-Signal in robots.txt': (_, preference) => {
    const said = pairs(robotsLine(preference).replace('Content-Signal: ', ''), 'yes', 'no');
    return { search: said.search, input: said['ai-input'], training: said['ai-train'] };
  },
  'tdm-reservation as a header': ({ headers }) => ({ mining: headers['tdm-reservation'] === '0' }),
  'tdm-reservation on the page': ({ meta }) => ({
    mining: meta.find(({ name }) => name === 'tdm-reservation')!.content === '0',
  }),
  'tdmrep.json': (_, preference) => ({
    mining: tdmrepEntry('/2024/works/tide', preference)['tdm-reservation'] === 0,
  }),
  'robots on the page': ({ meta }) => noAi(meta.find(({ name }) => name === 'robots')?.content),
  'X-Robots-Tag': ({ headers }) => noAi(headers['X-Robots-Tag']),
  RSL: ({ rsl: { permits, prohibits } }) => {
    const said = (token: string) => permits.includes(token) && !prohibits.includes(token);
    expect(said('ai-index')).toBe(said('ai-input'));
    return { search: said('search'), input: said('ai-input'), training: said('ai-train') };
  },
  'plus:DataMining': ({ xmp }) => {
    const code = xmp.find(({ prefix, name }) => `${prefix}:${name}` === 'plus:DataMining')!.value;
    const value = code.replace('http://ns.useplus.org/ldf/vocab/', '');
    if (value === 'DMI-ALLOWED') return { search: true, input: true, training: true, mining: true };
    if (value === 'DMI-PROHIBITED-AIMLTRAINING') return { search: true, input: true, training: false };
    if (value === 'DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING')
      return { search: true, input: false, training: false, mining: false };
    throw new Error(`An unknown code: ${value}`);
  },
  'tdm:reservation in a file': ({ xmp }) => ({
    mining: xmp.find(({ prefix }) => prefix === 'tdm')!.value === '0',
  }),
  'Content Credentials': ({ cawg }) => {
    const may = (key: string) => cawg[`cawg.${key}`]!.use === 'allowed';
    expect(may('ai_training')).toBe(may('ai_generative_training'));
    return { mining: may('data_mining'), input: may('ai_inference'), training: may('ai_training') };
  },
  'schema.org usageInfo, in words': ({ usageInfo: { text } }) => ({
    search: /Search engines may list|^Search,.*all allowed/.test(text),
    training: !text.includes('No AI training'),
    input: !text.includes('no answers made from it by AI'),
    mining: !text.includes('no text or data mining') && !text.includes('No AI training, no text or'),
  }),
};

describe('what a creator wants machines to do', () => {
  it.each(preferences)('is said alike by every channel: %s', (preference) => {
    const said = signals(preference);
    const heard = Object.entries(channels).map(
      ([channel, read]) => [channel, read(said, preference)] as const,
    );
    const expected = heard.map(([channel, one]) => [
      channel,
      Object.fromEntries(Object.keys(one).map((use) => [use, said.allowed[use as keyof Said]])),
    ]);
    expect(heard).toEqual(expected);
    // Each use is spoken of by several channels, so that agreeing means something.
    for (const use of ['search', 'input', 'training', 'mining'] as const)
      expect(heard.filter(([, one]) => one[use] !== undefined).length).toBeGreaterThan(3);
  });

  it('is put into the words of each channel as the table of the design has it', () => {
    const row = (preference: Preference) => {
      const { xmp, contentUsage, contentSignal, tdmReservation, meta, cawg } = signals(preference);
      return {
        plus: xmp[0]!.value,
        contentUsage,
        contentSignal,
        tdmReservation,
        robots: meta.find(({ name }) => name === 'robots')?.content ?? null,
        cawg: Object.fromEntries(Object.entries(cawg).map(([key, { use }]) => [key.slice(5), use])),
      };
    };
    const vocabulary = 'http://ns.useplus.org/ldf/vocab/';
    expect(preferences.map(row)).toEqual([
      {
        plus: `${vocabulary}DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING`,
        contentUsage: 'train-ai=n, search=y',
        contentSignal: 'search=yes, ai-input=no, ai-train=no',
        tdmReservation: 1,
        robots: 'noai, noimageai',
        cawg: {
          data_mining: 'notAllowed',
          ai_inference: 'notAllowed',
          ai_generative_training: 'notAllowed',
          ai_training: 'notAllowed',
        },
      },
      {
        plus: `${vocabulary}DMI-PROHIBITED-AIMLTRAINING`,
        contentUsage: 'train-ai=n, search=y',
        contentSignal: 'search=yes, ai-input=yes, ai-train=no',
        tdmReservation: 1,
        robots: 'noai, noimageai',
        cawg: {
          data_mining: 'notAllowed',
          ai_inference: 'allowed',
          ai_generative_training: 'notAllowed',
          ai_training: 'notAllowed',
        },
      },
      {
        plus: `${vocabulary}DMI-ALLOWED`,
        contentUsage: 'train-ai=y, search=y',
        contentSignal: 'search=yes, ai-input=yes, ai-train=yes',
        tdmReservation: 0,
        robots: null,
        cawg: {
          data_mining: 'allowed',
          ai_inference: 'allowed',
          ai_generative_training: 'allowed',
          ai_training: 'allowed',
        },
      },
    ]);
  });

  it('is the strictest of all where several works stand together, and everything where none does', () => {
    expect([
      strictest(['allow', 'no-training']),
      strictest(['no-training', 'reserve-all', 'allow']),
      strictest(['allow']),
      strictest([]),
    ]).toEqual(['no-training', 'reserve-all', 'allow', 'reserve-all']);
  });
});

function pairs(words: string, yes: string, no: string): Record<string, boolean> {
  return Object.fromEntries(
    words.split(', ').map((part) => {
      const [key, value] = part.split('=') as [string, string];
      expect([yes, no]).toContain(value);
      return [key, value === yes];
    }),
  );
}

function usage(words: string): Said {
  const said = pairs(words, 'y', 'n');
  return { training: said['train-ai'], search: said.search };
}

const noAi = (content: string | undefined): Said => ({
  training: content === undefined,
  search: !content?.includes('noindex'),
});
