import type { ClientBase } from 'pg';
import { Trouble } from '../trouble.ts';

/** What is acknowledged is kept: a database that may forget it after a power cut is refused, whoever runs it. */
export async function assertDurable(client: Pick<ClientBase, 'query'>): Promise<void> {
  const names = ['fsync', 'full_page_writes', 'synchronous_commit'];
  const { rows } = await client.query<{ name: string; setting: string }>(
    'select name, setting from pg_settings where name = any($1) order by name',
    [names],
  );
  const weak = rows.filter(({ setting }) => setting === 'off').map(({ name }) => name);
  if (weak.length === 0) return;
  throw new Trouble(
    `The database may lose what it has acknowledged, because ${weak.join(' and ')} ${weak.length > 1 ? 'are' : 'is'} off; switch ${weak.length > 1 ? 'them' : 'it'} on, then start Salon again.`,
  );
}
