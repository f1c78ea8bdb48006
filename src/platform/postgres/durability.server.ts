import type { ClientBase } from 'pg';
import { Trouble } from '../trouble.ts';

const oldest = 15;

/** What another's database must be besides durable: new enough, and able to keep a name in any script. */
export async function assertUsable(client: Pick<ClientBase, 'query'>): Promise<void> {
  const { rows } = await client.query<{ version: string; number: number; encoding: string }>(
    `select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
      current_setting('server_encoding') as encoding`,
  );
  const { version, number, encoding } = rows[0]!;
  if (number < oldest * 10_000)
    throw new Trouble(
      `The database named in DATABASE_URL is PostgreSQL ${version} and Salon needs ${oldest} or newer; upgrade it, or leave DATABASE_URL out.`,
    );
  if (encoding !== 'UTF8')
    throw new Trouble(
      `The database named in DATABASE_URL keeps ${encoding}, and names need UTF8; make it anew with createdb --encoding=UTF8 --template=template0.`,
    );
  await assertDurable(client);
}

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
