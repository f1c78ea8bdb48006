/** What the environment says. Read once at the start; the rest of Salon takes it as a value. */
import { resolve } from 'node:path';
import { mailAddress } from './mail-address.ts';
import { invalid } from './refusal.ts';

export interface Settings {
  port: number;
  /** The base of every absolute address Salon writes, without a trailing slash; never taken from a request. */
  url: string;
  /** True when SALON_URL was given; only then may cookies demand https. */
  urlGiven: boolean;
  /** Folder for the embedded database, files and locks. */
  dataDir: string;
  databaseUrl: string | null;
  filesUrl: string | null;
  smtpUrl: string | null;
  /** Who letters are from. */
  mailFrom: { name: string; address: string };
  /** Another host name for untrusted active content; null means sandboxed and never same-origin. */
  userContentUrl: string | null;
  /** The address of the proxy in front, whose X-Forwarded-For is believed; nobody else's is. */
  proxy: string | null;
  orcid: { issuer: string; clientId: string; clientSecret: string } | null;
  demo: boolean;
}

/** Parses the environment; a value that makes no sense is refused in one sentence that names it. */
export function readSettings(env: Record<string, string | undefined>, { demo = false } = {}): Settings {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw invalid(`PORT is "${env.PORT}"; give a whole number up to 65535.`);
  }
  const url = address(env, 'SALON_URL') ?? `http://localhost:${port}`;
  return {
    port,
    url,
    urlGiven: Boolean(env.SALON_URL),
    dataDir: resolve(env.SALON_DATA || (demo ? '.salon/demo' : '.salon/data')),
    databaseUrl: env.DATABASE_URL || null,
    filesUrl: env.FILES_URL || null,
    smtpUrl: env.SMTP_URL || null,
    mailFrom: sender(env, url),
    userContentUrl: anotherHost(env, url),
    proxy: env.SALON_PROXY || null,
    orcid:
      env.ORCID_CLIENT_ID && env.ORCID_CLIENT_SECRET
        ? {
            issuer: env.ORCID_ISSUER || 'https://orcid.org',
            clientId: env.ORCID_CLIENT_ID,
            clientSecret: env.ORCID_CLIENT_SECRET,
          }
        : null,
    demo,
  };
}

function address(env: Record<string, string | undefined>, name: string): string | null {
  const text = env[name];
  if (!text) return null;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw invalid(`${name} is "${text}"; give a full address such as https://workshop.example.org.`);
  }
  return text.replace(/\/+$/, '');
}

/** A page of the same host could read what belongs to Salon's pages; cookies do not even tell ports apart. */
function anotherHost(env: Record<string, string | undefined>, url: string): string | null {
  const found = address(env, 'SALON_USERCONTENT_URL');
  if (found && hostOf(found) === hostOf(url))
    throw invalid(`SALON_USERCONTENT_URL is "${found}"; it must name another host than SALON_URL.`);
  return found;
}

/** The same name may end in a dot. */
export const hostOf = (address: string) => new URL(address).hostname.replace(/\.$/, '');

/** `Name <address>` or an address alone; by default nobody at the host of SALON_URL. */
function sender(env: Record<string, string | undefined>, url: string): Settings['mailFrom'] {
  const text = env.MAIL_FROM;
  if (!text) return { name: 'Salon', address: `no-reply@${new URL(url).hostname}` };
  const [, name = '', bare = text] = /^\s*"?([^"<>\r\n]*?)"?\s*<([^<>]+)>\s*$/.exec(text) ?? [];
  const found = mailAddress(bare);
  if (found) return { name, address: found };
  throw invalid(`MAIL_FROM is "${text}"; give something such as Workshop <workshop@example.org>.`);
}
