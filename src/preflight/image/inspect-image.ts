/** Owns the facts of pictures, read from their structure and never by decoding them. */
import type { Inspection, Subject } from '../inspect.ts';

export async function inspectImage(_subject: Subject): Promise<Inspection> {
  return { facts: {}, findings: [] };
}
