/** `salon`: the same operations from a terminal. */
import { exitCode, isRefusal } from '#app/platform/refusal.ts';
import { troubleOf } from '#app/platform/trouble.ts';
import type { Command } from './command.ts';

/** Each is read only when it is called: one that needs no database does not wait for its code. */
const commands: Record<string, () => Promise<Command>> = {
  demo: async () => (await import('./demo.server.ts')).demo,
  start: async () => (await import('./start.server.ts')).start,
  check: async () => (await import('./check.server.ts')).check,
  pack: async () => (await import('./check.server.ts')).pack,
  doctor: async () => (await import('./doctor.server.ts')).doctor,
  backup: async () => (await import('./backup.server.ts')).backup,
  restore: async () => (await import('./restore.server.ts')).restore,
  user: async () => (await import('./user.server.ts')).user,
  link: async () => (await import('./link.server.ts')).link,
  export: async () => (await import('./export.server.ts')).exportCommand,
  import: async () => (await import('./import.server.ts')).importCommand,
  verify: async () => (await import('./verify.server.ts')).verify,
  match: async () => (await import('./match.server.ts')).match,
};

const [name, ...args] = process.argv.slice(2);
process.exitCode = await main(name, args);

async function main(name: string | undefined, args: string[]): Promise<number> {
  const load = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    const text = await overview();
    (name === undefined || name === '--help' || name === 'help' ? console.log : console.error)(text);
    return name === undefined || name === '--help' || name === 'help' ? 0 : 2;
  }
  const command = await load();
  if (args.includes('--help')) {
    console.log(command.usage);
    return 0;
  }
  try {
    return await command.run(args, {
      env: process.env,
      say: (line) => console.error(line),
      print: (line) => console.log(line),
    });
  } catch (problem) {
    if (isRefusal(problem)) {
      console.error(problem.message);
      for (const [field, sentence] of Object.entries(problem.fields))
        console.error(`  ${field}: ${sentence}`);
      return exitCode[problem.kind];
    }
    if (isWrongUsage(problem)) {
      console.error(`${problem.message}\n\n${command.usage}`);
      return 2;
    }
    console.error(troubleOf(problem) ?? problem);
    return 1;
  }
}

/** What node:util says of arguments it does not know. */
function isWrongUsage(problem: unknown): problem is Error {
  return problem instanceof Error && String((problem as { code?: string }).code).startsWith('ERR_PARSE_ARGS');
}

async function overview(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()));
  const width = Math.max(...all.map((command) => command.name.length));
  return [
    'salon COMMAND [--help]',
    '',
    'Runs a workshop from its call to its archive.',
    '',
    ...all.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    '',
    'Environment: PORT, SALON_URL, SALON_DATA, DATABASE_URL, FILES_URL, SMTP_URL, SALON_USERCONTENT_URL (docs/operate).',
  ].join('\n');
}
