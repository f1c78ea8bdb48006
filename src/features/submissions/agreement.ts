/** An agreement is its exact text: what was agreed to is kept whole, with the hash of its bytes. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Agreement } from '#app/features/calls/settings.ts';

export interface Agreed {
  key: string;
  text: string;
  sha256: string;
}

export interface AgreementText extends Agreed {
  required: boolean;
  /** What a ticked box sends: it names the very text that was read. */
  mark: string;
}

export function agreementTexts(agreements: Agreement[]): AgreementText[] {
  return agreements.map(({ key, text, required }) => {
    const hash = bytesToHex(sha256(utf8ToBytes(text)));
    return { key, text, required, sha256: hash, mark: `${key}:${hash}` };
  });
}
