import { isAbsolute, resolve } from 'node:path';
import type { CommandIo } from './command.ts';

/** A path as the person wrote it: from where they called, which `bin/salon` tells. */
export function pathFrom(io: CommandIo, path: string): string {
  return isAbsolute(path) ? path : resolve(io.env.SALON_CALLED_FROM ?? process.cwd(), path);
}

/** Wrong usage, told with the command's page. */
export function usageError(sentence: string): Error {
  return Object.assign(new Error(sentence), { code: 'ERR_PARSE_ARGS_SALON' });
}
