/** The verbs and questions about people; each way in and each part of the account has its own file. */
export type { Entry } from './session-queries.server.ts';
export * from './sign-in-operations.server.ts';
export * from './standing.server.ts';
export * from './set-up.server.ts';
export * from './account-operations.server.ts';
export * from './orcid-operations.server.ts';
export * from './passkey-operations.server.ts';
export * from './operator-operations.server.ts';
