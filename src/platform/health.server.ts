import { sql } from 'kysely';
import type { Endpoint } from './front.server.ts';
import { resources } from './resources.server.ts';
import { sayPlainly } from './serve.server.ts';

/** `/health`: 200 when pages and database answer, 503 otherwise. Says nothing else to anybody. */
export const health: Endpoint = async (request, response) => {
  if (request.url !== '/health') return false;
  const well = await sql`select 1`.execute(resources().database.db).then(
    () => true,
    () => false,
  );
  sayPlainly(response, well ? 200 : 503, well ? 'ok' : 'The database does not answer.');
  return true;
};
