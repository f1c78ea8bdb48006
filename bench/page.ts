/** What a page costs, as a multiple of the baseline in the same run. */
import { sessionCookie } from '#app/platform/cookies.ts';
import { perRequest } from './load.ts';
import { round, type Row } from './row.ts';

interface Asked {
  base: string;
  path: string;
  secret: string;
  count: number;
  /** CPU time of the bare server, for each request. */
  baseline: number;
}

interface Bars {
  ratio: number;
  statements: number;
  kilobytes?: number;
}

export async function pageRow(what: string, asked: Asked, bars: Bars): Promise<Row> {
  const bar = [
    `<= ${bars.ratio} x`,
    `<= ${bars.statements} statements`,
    ...(bars.kilobytes ? [`<= ${bars.kilobytes} kB`] : []),
  ].join(', ');
  const { base, path, secret, count, baseline } = asked;
  const headers = { cookie: `${sessionCookie}=${secret}`, host: new URL(base).host };
  const { cpu, statements, answer } = await perRequest(base, path, { count, headers });
  if (answer.status !== 200) return { what, bar, found: `no page yet (${answer.status})`, met: null };
  const ratio = cpu / baseline;
  const kilobytes = answer.body.length / 1000;
  return {
    what,
    bar,
    found: `${round(ratio)} x (${round(cpu / 1000, 2)} ms), ${round(statements, 1)} statements, ${round(kilobytes)} kB`,
    met: ratio <= bars.ratio && statements <= bars.statements && kilobytes <= (bars.kilobytes ?? Infinity),
  };
}
