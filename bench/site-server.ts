/** Salon as it serves its public site, on a demo edition in the folder named. */
import { openSalon } from '#app/cli/open.server.ts';
import { answerFixed, inStep } from '#app/features/site/served.server.ts';
import { resources } from '#app/platform/resources.server.ts';
import { serve } from '#app/platform/serve.server.ts';
import { readSettings } from '#app/platform/settings.server.ts';
import { seedOnce } from '../tests/durability/edition.ts';

const salon = await openSalon(readSettings({ PORT: '0', SALON_DATA: process.argv[2] }, { demo: true }));
await seedOnce(1);
await inStep(resources().clock.now());
const { port } = await serve(0, [], null, undefined, answerFixed);
process.stdout.write(`${JSON.stringify({ port })}\n`);
process.once('SIGTERM', () => void salon.close().then(() => process.exit(0)));
