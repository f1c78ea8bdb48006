/** Owns the checker inside a web worker: PDF and media code are fetched only when such a file comes. */
import { check } from './check.ts';
import { fromBlob } from './sources.ts';
import type { FromWorker, ToWorker } from './worker-protocol.ts';

type Port = {
  postMessage(message: FromWorker): void;
  addEventListener(type: 'message', listener: (event: { data: ToWorker }) => void): void;
};

/** Progress is told at most this often, so that a fast disk does not flood the page. */
const progressEvery = 50;

/** Answers checks on this port; the worker itself at the foot of this file, a channel in tests. */
export function serveChecks(port: Port): void {
  const running = new Map<number, AbortController>();
  port.addEventListener('message', async ({ data }) => {
    if (data.type === 'cancel') return running.get(data.id)?.abort();
    const { id, files, rules, about } = data;
    const control = new AbortController();
    running.set(id, control);
    let told = 0;
    const progress = (done: number, total: number) => {
      if (performance.now() - told < progressEvery && done < total) return;
      told = performance.now();
      port.postMessage({ type: 'progress', id, done, total });
    };
    try {
      const handIn = files.map(({ name, blob }) => ({ name, blob: fromBlob(blob) }));
      const report = await check(handIn, rules, { about, signal: control.signal, progress });
      port.postMessage({ type: 'report', id, report });
    } catch {
      // A check throws for one reason only: it was cancelled.
      port.postMessage({ type: 'cancelled', id });
    } finally {
      running.delete(id);
    }
  });
}

const scope = globalThis as unknown as Port & { WorkerGlobalScope?: unknown };
if (scope.WorkerGlobalScope !== undefined && typeof scope.postMessage === 'function') serveChecks(scope);
