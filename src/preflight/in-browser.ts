/** Owns the page's side of the check: it starts the worker when the first file is chosen and asks it. */
import type { About } from './check.ts';
import type { Report } from './report.ts';
import type { CheckRules } from './rules.ts';
import type { FromWorker, ToWorker } from './worker-protocol.ts';

export type BrowserCheck = { report: Promise<Report>; cancel(): void };
export type Options = { about?: About; progress?: (done: number, total: number) => void };

let worker: Worker | null = null;
let lastId = 0;

/** Checks chosen files in the background. `report` rejects with an AbortError after `cancel()`. */
export function checkInBrowser(
  files: { name: string; blob: Blob }[],
  rules: CheckRules,
  options: Options = {},
): BrowserCheck {
  worker ??= new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const port = worker;
  const id = (lastId += 1);
  const send = (message: ToWorker) => port.postMessage(message);
  const report = new Promise<Report>((resolve, reject) => {
    const hear = ({ data }: MessageEvent<FromWorker>) => {
      if (data.id !== id) return;
      if (data.type === 'progress') return options.progress?.(data.done, data.total);
      port.removeEventListener('message', hear);
      if (data.type === 'report') resolve(data.report);
      else reject(new DOMException('The check was cancelled.', 'AbortError'));
    };
    port.addEventListener('message', hear);
    port.addEventListener('error', () => reject(new Error('The check could not start in this browser.')), {
      once: true,
    });
  });
  send({ type: 'check', id, files, rules, about: options.about });
  return { report, cancel: () => send({ type: 'cancel', id }) };
}
