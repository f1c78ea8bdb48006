import { bar } from '#app/features/calls/time-machine-operations.server.ts';
import { answered } from '#app/platform/web.server.ts';
import { speaksFrench } from './speaking.ts';

/** Looks at the route, so that it is asked again on the way to a page that may speak another language. */
export const load = async ({ locals, route }) => ({
  demo: await answered(() => bar(locals.context, {})),
  language: speaksFrench(route.id) ? (locals.context.language ?? 'en') : 'en',
});
