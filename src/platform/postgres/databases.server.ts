import { Client } from 'pg';

/** Several databases live in one server: one for the application, one per test file, copied from a prepared one. */
export async function createDatabase(url: string, name: string): Promise<string> {
  await administer(url, `create database ${quoted(name)}`);
  return urlOf(url, name);
}

/** Returns the copy's address. Fails while anybody is connected to the template. */
export async function copyDatabase(url: string, template: string, name: string): Promise<string> {
  await administer(url, `create database ${quoted(name)} template ${quoted(template)} strategy file_copy`);
  return urlOf(url, name);
}

/** Ends the sessions in it; one that is not there is no error. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await administer(url, `drop database if exists ${quoted(name)} with (force)`);
}

/** Asks the server behind `url`, whichever database that names. */
export async function databaseExists(url: string, name: string): Promise<boolean> {
  return withClient(urlOf(url, 'postgres'), async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    return rowCount === 1;
  });
}

/** Whether a server is behind this address now: one that says it is full is, one that is starting or stopping is not. */
export async function answers(url: string): Promise<boolean> {
  try {
    await withClient(url, (client) => client.query('select 1'));
    return true;
  } catch (error) {
    return (error as { code?: string }).code === '53300';
  }
}

/** One connection for one piece of work, closed in any case; gives up after 20 s without a connection. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 20_000 });
  // A connection lost in the middle is told by the question it was asked; unheard here, it would end the program.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The same server and user, another database. */
export function urlOf(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(name)}`;
  return other.href;
}

// Never from the template itself: nobody may be connected to a database while it is copied.
function administer(url: string, statement: string): Promise<unknown> {
  return withClient(urlOf(url, 'postgres'), (client) => client.query(statement));
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
