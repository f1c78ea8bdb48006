/** One command of `salon`: its name, one line for the list, a page for `--help`, and what it does. */
export interface Command {
  name: string;
  summary: string;
  usage: string;
  /** Resolves to the exit status. */
  run(args: string[], io: CommandIo): Promise<number>;
}

export interface CommandIo {
  env: Record<string, string | undefined>;
  /** A line for people, on standard error. */
  say(line: string): void;
  /** A line of output, on standard output. */
  print(line: string): void;
}
