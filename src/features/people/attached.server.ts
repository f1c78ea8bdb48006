/**
 * What other features hold about a person. Each adds its part here, so that exporting, joining and erasing
 * an account reach everything without people knowing any later feature.
 */
import type { Db } from '#app/platform/database.server.ts';

export interface Called {
  name: string;
  pronouns: string;
}

export interface Attachment {
  /** The heading of this part in the exported file. */
  name: string;
  /** Everything here that is the person's own; must be plain data. */
  exportFor(db: Db, personId: string): Promise<unknown>;
  /** Two accounts become one: what was `from`'s is `to`'s. */
  moveTo(db: Db, people: { from: string; to: string; now: Date }): Promise<void>;
  /** They are called otherwise from now on: where they were named as the account said, the new name stands. */
  renamed?(db: Db, person: { personId: string; before: Called; after: Called; now: Date }): Promise<void>;
  /** Forgets the person where the record allows. */
  erase(db: Db, person: { personId: string; now: Date }): Promise<void>;
  /** What stays after erasing, as sentences said beforehand; none when nothing does. */
  keeps?(db: Db, personId: string): Promise<string[]>;
}

export const attachments: Attachment[] = [];
