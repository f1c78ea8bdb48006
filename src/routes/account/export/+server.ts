import { exportMine } from '#app/features/people/operations.server.ts';
import { atHome } from '../at-home.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const { mine } = await atHome(event, () => exportMine(event.locals.context, {}));
  return new Response(`${JSON.stringify(mine, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="salon-mine.json"',
    },
  });
};
