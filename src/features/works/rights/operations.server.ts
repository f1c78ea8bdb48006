/** The verbs and reads of rights: the one face to routes, commands and jobs. */
import './attached.server.ts';
export { endUses, grant, renew } from './granting.server.ts';
export { choose, liftEmbargo, sayPictures, setEmbargo } from './choosing.server.ts';
export { endTakedown, takeDown } from './taking-down.server.ts';
export { inspect, open, receipt } from './reading.server.ts';
