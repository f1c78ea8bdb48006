import type { Db } from '#app/platform/database.server.ts';
import type { Role } from '#app/platform/viewer.ts';

export type PeopleTables = {
  person: {
    id: string;
    name: string;
    affiliation: string;
    pronouns: string;
    orcid: string | null;
    orcidConfirmedAt: Date | null;
    createdAt: Date;
    castKey: string | null;
    castAbout: string;
    /** Null leaves it to the page and to the edition. */
    language: string | null;
    erasedAt: Date | null;
    mergedInto: string | null;
  };
  personEmail: {
    address: string;
    personId: string;
    addedAt: Date;
    confirmedAt: Date | null;
    isPrimary: boolean;
  };
  mailedLink: {
    secretHash: string;
    address: string;
    personId: string | null;
    next: string;
    madeAt: Date;
    expiresAt: Date;
    usedAt: Date | null;
  };
  session: {
    id: string;
    secretHash: string;
    personId: string;
    beganAt: Date;
    seenAt: Date;
    device: string;
    endedAt: Date | null;
  };
  passkey: {
    id: string;
    personId: string;
    publicKey: Buffer;
    /** A bigint comes back as text. */
    counter: string | number;
    transports: unknown;
    label: string;
    addedAt: Date;
    usedAt: Date | null;
  };
  passkeyChallenge: { challenge: string; personId: string | null; expiresAt: Date; usedAt: Date | null };
  orcidVisit: {
    stateHash: string;
    verifier: string;
    nonce: string;
    next: string;
    personId: string | null;
    begunAt: Date;
    finishedAt: Date | null;
    orcid: string | null;
    name: string;
    usedAt: Date | null;
  };
  standing: {
    id: string;
    editionId: string;
    personId: string;
    role: Role;
    grantedAt: Date;
    grantedBy: string | null;
    endedAt: Date | null;
    endedBy: string | null;
  };
  operatorGrant: { personId: string; grantedAt: Date };
};

export const peopleTables = (db: Db) => db.withTables<PeopleTables>();
