/** The verbs and reads of submissions: the one face to routes, commands and jobs. */
export { begin, beginFor, claimDrafts, saveDraft, type Saved } from './drafting.server.ts';
export {
  addContributor,
  answerNamed,
  correctNamed,
  editContributor,
  inviteContributor,
  lookAsNamed,
  moveContributor,
  removeContributor,
} from './contributing.server.ts';
export { revive, submit, submitWithIssues, withdraw, type Submitted } from './submitting.server.ts';
export { endClearance, extendPersonally, grantClearance, thread, writeMessage } from './arranging.server.ts';
export { decline, queue } from './deciding.server.ts';
export { checkAgain } from './checking-again.server.ts';
export { remind } from './reminding.server.ts';
export { history, mine, open, preview, receipt } from './reading.server.ts';
export { inspect, list, listForm, perDay } from './listing.server.ts';
export type { ListRow } from './list-queries.server.ts';
import './attached.server.ts';
import './draft-holders.server.ts';
export { exportTable } from './exporting.server.ts';
export { keepForm } from './form-post.server.ts';
export { days, needsOrganizer } from './counting.server.ts';
export { packAll } from './packing.server.ts';
