/** A file of the public site before it is made: whoever has the same already need not make it. */
export interface Wanted {
  address: string;
  type: string;
  /** A hash of all that it is made from. */
  madeOf: string;
  headers: [string, string][];
  /** Of an old address: where it leads now. */
  leadsTo: string | null;
  make(): Uint8Array | Promise<Uint8Array>;
  /** What stands there where it cannot be made; without it, nothing does. */
  instead?: () => Uint8Array;
  /** In the store of files instead, and never made here. */
  stored?: { sha256: string; bytes: number };
}
