import { resources } from '#app/platform/resources.server.ts';

/** Where the demo's clock stands, for the bar on every page; nothing anywhere else. */
export const load = ({ locals }) => ({
  demo: resources().settings.demo ? { now: locals.context.now.toISOString() } : null,
});
