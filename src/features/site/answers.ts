/**
 * How a file of the public site is answered: everything that can be known beforehand. One strong ETag for each
 * encoding, headers as the array that the server writes without looking, and what a request says it has or takes.
 */

export interface Variant {
  etag: string;
  headers: string[];
  body: Uint8Array | null;
}

export interface Answer {
  status: 200 | 301;
  plain: Variant;
  gzip: Variant | null;
  brotli: Variant | null;
  /** In the store of files, where it is too large to be held in memory. */
  stored: { sha256: string; bytes: number } | null;
}

export interface Answered {
  type: string;
  sha256: string;
  bytes: number;
  plain: Uint8Array | null;
  gzip: Uint8Array | null;
  brotli: Uint8Array | null;
  headers: [string, string][];
  /** Absolute path of where an old address leads. */
  location: string | null;
  /** Its address holds its hash: it never changes. */
  forever: boolean;
}

/** `common` is what every answer of this server carries. */
export function answerOf(file: Answered, common: [string, string][]): Answer {
  const manifold = file.gzip !== null || file.brotli !== null;
  const variant = (encoding: string, body: Uint8Array | null): Variant => {
    const etag = `"${file.sha256.slice(0, 32)}${encoding && `-${encoding}`}"`;
    const told = new Map<string, string>([
      ...common,
      ...file.headers,
      ['content-type', file.type],
      ['cache-control', file.forever ? 'public, max-age=31536000, immutable' : 'public, no-cache'],
      ['etag', etag],
      ...(manifold ? ([['vary', 'accept-encoding']] as [string, string][]) : []),
      ...(encoding ? ([['content-encoding', encoding]] as [string, string][]) : []),
      ...(file.location ? ([['location', file.location]] as [string, string][]) : []),
      ['content-length', String(body?.length ?? file.bytes)],
    ]);
    return { etag, headers: [...told].flat(), body };
  };
  return {
    status: file.location ? 301 : 200,
    plain: variant('', file.plain),
    gzip: file.gzip && variant('gzip', file.gzip),
    brotli: file.brotli && variant('br', file.brotli),
    stored: file.plain ? null : { sha256: file.sha256, bytes: file.bytes },
  };
}

/** The smallest that the request takes; whoever says nothing gets the plain one. */
export function chosen(answer: Answer, accepted: string | undefined): Variant {
  if (accepted === undefined || (answer.gzip === null && answer.brotli === null)) return answer.plain;
  if (answer.brotli && takes(accepted, 'br')) return answer.brotli;
  return answer.gzip && takes(accepted, 'gzip') ? answer.gzip : answer.plain;
}

/** Whether the request holds these very bytes already. Weak comparison, as RFC 9110 says for this header. */
export function holds(variant: Variant, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch
    .split(',')
    .some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === variant.etag);
}

function takes(accepted: string, encoding: string): boolean {
  const found = new RegExp(`(?:^|[\\s,])${encoding}\\s*(?:;\\s*q=([\\d.]+))?\\s*(?:,|$)`, 'i').exec(accepted);
  return found !== null && Number(found[1] ?? 1) > 0;
}
