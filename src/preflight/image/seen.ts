/** Owns what a look at the structure of a picture can tell. */
export type Seen = {
  width: number;
  height: number;
  frames?: number;
  /** Damage that leaves nothing to show. */
  fault?: string;
  /** Damage beside the picture itself. */
  flaw?: string;
  /** Bytes after its end. */
  trailing?: number;
  /** Why it would grow beyond its word. */
  bomb?: string;
  metadata?: string;
};

/** Nothing could be read; `fault` stands in brackets after “damaged or cut short”. */
export const broken = (fault: string): Seen => ({ width: 0, height: 0, fault });
