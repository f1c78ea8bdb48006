/**
 * OAI-PMH by POST, which the protocol demands beside GET: the question is a form. Harvesters have no page of ours to
 * come from, and nothing is changed.
 * @answers POST /oai
 */
import { visitor } from '#app/platform/viewer.ts';
import type { Endpoint } from '#app/platform/front.server.ts';
import { isRefusal, httpStatus } from '#app/platform/refusal.ts';
import { resources } from '#app/platform/resources.server.ts';
import { sayPlainly } from '#app/platform/serve.server.ts';
import { harvest } from './harvesting.server.ts';

/** As much as GET hears. */
const most = 4_000;

export const harvestByPost: Endpoint = Object.assign(
  async (...[request, response]: Parameters<Endpoint>) => {
    if (request.method !== 'POST' || !/^\/oai(\?|$)/.test(request.url ?? '')) return false;
    let query = '';
    for await (const part of request.setEncoding('latin1')) {
      query += part;
      if (query.length > most) break;
    }
    const context = { viewer: visitor, now: resources().clock.now() };
    try {
      const answer = await harvest(context, { query: query.slice(0, most) });
      response.setHeader('content-type', 'text/xml; charset=utf-8').end(answer);
    } catch (problem) {
      if (!isRefusal(problem)) throw problem;
      sayPlainly(response, httpStatus[problem.kind], problem.message);
    }
    return true;
  },
  { fromAnywhere: true as const },
);
