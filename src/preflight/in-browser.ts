/** Owns the page's side of the check: it starts the worker when the first file is chosen and asks it. */
import type { About } from './check.ts';
import type { Report } from './report.ts';
import type { CheckRules } from './rules.ts';
import type { FromWorker, ToWorker } from './worker-protocol.ts';

export type BrowserCheck = { report: Promise<Report>; cancel(): void };
export type Options = {
  about?: About;
  progress?: (done: number, total: number) => void;
  /** How long the worker may be silent, in milliseconds. */
  patience?: number;
};

/** A file that holds its reader must not hold up an upload: the server checks in any case. */
const patienceMilliseconds = 10_000;

let worker: Worker | null = null;
let lastId = 0;
const waiting = new Map<number, (cause: Error) => void>();

/** Checks chosen files in the background. `report` rejects with an AbortError after `cancel()`. */
export function checkInBrowser(
  files: { name: string; blob: Blob }[],
  rules: CheckRules,
  options: Options = {},
): BrowserCheck {
  worker ??= started();
  const port = worker;
  const id = (lastId += 1);
  const send = (message: ToWorker) => port.postMessage(message);
  const report = new Promise<Report>((resolve, reject) => {
    const silent = () => giveUp(port, 'The check took too long in this browser.');
    const patience = options.patience ?? patienceMilliseconds;
    let silence = setTimeout(silent, patience);
    const hear = ({ data }: MessageEvent<FromWorker>) => {
      clearTimeout(silence);
      silence = setTimeout(silent, patience);
      if (data.id !== id) return;
      if (data.type === 'progress') return options.progress?.(data.done, data.total);
      stop();
      if (data.type === 'report') resolve(data.report);
      else reject(new DOMException('The check was cancelled.', 'AbortError'));
    };
    const stop = () => {
      clearTimeout(silence);
      waiting.delete(id);
      port.removeEventListener('message', hear);
    };
    waiting.set(id, (cause) => {
      stop();
      reject(cause);
    });
    port.addEventListener('message', hear);
  });
  send({ type: 'check', id, files, rules, about: options.about });
  return { report, cancel: () => send({ type: 'cancel', id }) };
}

function started(): Worker {
  const port = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  port.addEventListener('error', () => giveUp(port, 'The check could not start in this browser.'));
  return port;
}

/** Whatever this worker was asked is over; the next question gets a new one. */
function giveUp(port: Worker, why: string): void {
  port.terminate();
  if (worker === port) worker = null;
  for (const reject of waiting.values()) reject(new Error(why));
}
