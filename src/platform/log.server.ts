/** One JSON object a line on standard error. Never a name, an address or a word that somebody wrote. */

export interface Log {
  info(event: string, facts?: Record<string, unknown>): void;
  accident(event: string, problem: unknown, facts?: Record<string, unknown>): void;
}

/** An accident is written with its stack; `write` gets one whole line, its end included. */
export function lineLog(write: (line: string) => void = (line) => process.stderr.write(line)): Log {
  const put = (level: string, event: string, facts: Record<string, unknown>) =>
    write(`${JSON.stringify({ level, event, ...facts })}\n`);
  return {
    info: (event, facts = {}) => put('info', event, facts),
    accident: (event, problem, facts = {}) =>
      put('accident', event, {
        ...facts,
        problem: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem),
      }),
  };
}
