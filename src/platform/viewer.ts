/**
 * Who is asking. Made once per request from the cookie, per command from the terminal, per job by name.
 * Holds only what policies need; leaves out everything that a page could leak by printing it.
 */

export type Role = 'organizer' | 'reviewer' | 'juror';

export interface Visitor {
  kind: 'visitor';
  /** Hash of the secret in this browser's drafts cookie; opens drafts begun before having an account. */
  draftKey: string | null;
}

export interface PersonViewer {
  kind: 'person';
  id: string;
  name: string;
  email: string;
  sessionId: string;
  /** Standing in editions, by rows that are in force. */
  roles: { editionId: string; role: Role }[];
  /** Runs this installation: may set up editions. */
  operator: boolean;
  draftKey: string | null;
  /** Chosen in their account; null or absent leaves it to the page. Read by the hook only. */
  language?: string | null;
}

export interface SystemViewer {
  kind: 'system';
  /** Says who acts in the audit: a job's or a command's name. */
  name: string;
}

export type Viewer = Visitor | PersonViewer | SystemViewer;

export const visitor: Visitor = { kind: 'visitor', draftKey: null };
/** For jobs and commands only, never for a request; `name` is what the audit will say. */
export const systemViewer = (name: string): SystemViewer => ({ kind: 'system', name });

/** Only a person's own standing in this edition: neither operators nor the system have any. */
export function hasRole(viewer: Viewer, editionId: string, role: Role): boolean {
  return (
    viewer.kind === 'person' &&
    viewer.roles.some((standing) => standing.editionId === editionId && standing.role === role)
  );
}
