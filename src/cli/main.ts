/** `salon`: the same operations from a terminal. */
import { exitCode, isRefusal } from '#app/platform/refusal.ts';
import { troubleOf } from '#app/platform/trouble.ts';
import { backup } from './backup.server.ts';
import { check, pack } from './check.server.ts';
import type { Command } from './command.ts';
import { demo } from './demo.server.ts';
import { doctor } from './doctor.server.ts';
import { exportCommand } from './export.server.ts';
import { importCommand } from './import.server.ts';
import { link } from './link.server.ts';
import { match } from './match.server.ts';
import { restore } from './restore.server.ts';
import { start } from './start.server.ts';
import { user } from './user.server.ts';
import { verify } from './verify.server.ts';

const commands: Command[] = [
  demo,
  start,
  check,
  pack,
  doctor,
  backup,
  restore,
  user,
  link,
  exportCommand,
  importCommand,
  verify,
  match,
];

const [name, ...args] = process.argv.slice(2);
process.exitCode = await main(name, args);

async function main(name: string | undefined, args: string[]): Promise<number> {
  const command = commands.find((one) => one.name === name);
  if (!command) {
    (name === undefined || name === '--help' || name === 'help' ? console.log : console.error)(overview());
    return name === undefined || name === '--help' || name === 'help' ? 0 : 2;
  }
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

function overview(): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  return [
    'salon COMMAND [--help]',
    '',
    'Runs a workshop from its call to its archive.',
    '',
    ...commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    '',
    'Environment: PORT, SALON_URL, SALON_DATA, DATABASE_URL, FILES_URL, SMTP_URL, SALON_USERCONTENT_URL (docs/operate).',
  ].join('\n');
}
