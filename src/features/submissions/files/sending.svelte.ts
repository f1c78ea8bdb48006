/**
 * Files on their way from this browser: looked at first, then sent by tus, two at a time. Owns pause, going on
 * after a lost connection or a restart of the browser, and giving up. Where an unfinished upload stands is asked
 * of the server, never remembered here: a browser that was killed has forgotten. The server decides everything again.
 */
import type { Finding } from '#app/preflight/report.ts';
import type { CheckRules } from '#app/preflight/rules.ts';
import { saySize } from '#app/preflight/size.ts';
import type { Upload } from 'tus-js-client';
import { keptName } from './file.ts';
import type { UnfinishedUpload } from './views.ts';

export type Stage = 'looking' | 'waiting' | 'sending' | 'paused' | 'lost' | 'refused' | 'done';

export class Sending {
  readonly key: number;
  readonly name: string;
  readonly size: number;
  stage = $state<Stage>('looking');
  sent = $state(0);
  /** How much the server had when it went on; 0 for what began here and now. */
  from = $state(0);
  findings = $state<Finding[]>([]);
  /** Why it was refused, in a sentence. */
  problem = $state('');
  file: File;
  upload: Upload | null = null;

  constructor(key: number, file: File, name: string) {
    this.key = key;
    this.file = file;
    this.name = name;
    this.size = file.size;
  }
}

export interface Place {
  submissionId: string;
  rules: CheckRules;
  title: string;
  /** What the server holds in part. */
  unfinished: () => UnfinishedUpload[];
  /** A file has become part of the submission. */
  arrived: () => void;
  say: (words: string) => void;
}

const atOnce = 2;

export class Sender {
  list = $state<Sending[]>([]);
  #place: Place;
  #last = 0;

  constructor(place: Place) {
    this.#place = place;
  }

  get busy(): boolean {
    return this.list.some(({ stage }) => stage === 'looking' || stage === 'waiting' || stage === 'sending');
  }

  /** Looks at everything that was chosen together, then sends what can be handed in. */
  async add(chosen: { file: File; name: string }[]): Promise<void> {
    if (chosen.length === 0) return;
    for (const { file, name } of chosen) this.list.push(new Sending((this.#last += 1), file, name));
    const fresh = this.list.slice(-chosen.length);
    this.#place.say(
      chosen.length === 1 ? `Looking at ${chosen[0]!.name}.` : `Looking at ${chosen.length} files.`,
    );
    await this.#look(fresh);
    for (const one of fresh) if (one.stage === 'looking') one.stage = 'waiting';
    this.#next();
  }

  pause(one: Sending): void {
    void one.upload?.abort();
    one.stage = 'paused';
    this.#place.say(`Paused: ${one.name}.`);
    this.#next();
  }

  resume(one: Sending): void {
    one.stage = 'waiting';
    this.#next();
  }

  /** Takes it off the list; what the server holds of it is given up. */
  async cancel(one: Sending): Promise<void> {
    this.list = this.list.filter(({ key }) => key !== one.key);
    await one.upload?.abort(one.stage !== 'done').catch(() => undefined);
    this.#next();
  }

  /** The connection is back. */
  reconnect(): void {
    for (const one of this.list) if (one.stage === 'lost') one.stage = 'waiting';
    this.#next();
  }

  async #look(fresh: Sending[]): Promise<void> {
    const { rules, title } = this.#place;
    try {
      const { checkInBrowser } = await import('#app/preflight/in-browser.ts');
      const { overridable } = await import('#app/preflight/findings.ts');
      const files = fresh.map(({ name, file }) => ({ name, blob: file }));
      const report = await checkInBrowser(files, rules, { about: title ? { title } : {} }).report;
      for (const one of fresh) {
        const whole = fresh.length === 1;
        one.findings = report.findings.filter(({ where }) =>
          whole ? true : where?.file !== undefined && one.name.endsWith(where.file),
        );
        if (one.findings.some(({ code, severity }) => severity === 'reject' && !overridable(code))) {
          one.stage = 'refused';
          this.#place.say(`${one.name} cannot be handed in as it is.`);
        }
      }
    } catch {
      // Where this browser cannot check, the server does.
    }
  }

  #next(): void {
    const room = atOnce - this.list.filter(({ stage }) => stage === 'sending').length;
    for (const one of this.list.filter(({ stage }) => stage === 'waiting').slice(0, Math.max(0, room))) {
      one.stage = 'sending';
      void this.#send(one);
    }
  }

  async #send(one: Sending): Promise<void> {
    one.upload ??= await this.#uploadOf(one);
    const { upload } = one;
    if (one.stage === 'sending') upload.start();
  }

  async #uploadOf(one: Sending): Promise<Upload> {
    const { Upload } = await import('tus-js-client');
    const { submissionId, arrived, say } = this.#place;
    return new Upload(one.file, {
      endpoint: '/api/uploads',
      uploadUrl: this.#begunBefore(one),
      metadata: { submission: submissionId, name: one.name, modified: String(one.file.lastModified) },
      retryDelays: [0, 1_000, 3_000, 5_000, 10_000, 20_000],
      storeFingerprintForResuming: false,
      onAfterResponse: (request, response) => {
        const from = Number(response.getHeader('Upload-Offset'));
        if (request.getMethod() !== 'HEAD' || !(from > 0)) return;
        [one.from, one.sent] = [from, from];
        say(
          `${one.name} goes on where it stopped: ${saySize(from)} of ${saySize(one.size)} are here already.`,
        );
      },
      onProgress: (sent) => (one.sent = sent),
      onSuccess: () => {
        one.stage = 'done';
        say(`${one.name} is here.`);
        this.list = this.list.filter(({ key }) => key !== one.key);
        arrived();
        this.#next();
      },
      onError: (error) => {
        const answer = 'originalResponse' in error ? error.originalResponse : null;
        const status = answer?.getStatus() ?? 0;
        one.stage = status >= 400 && status < 500 ? 'refused' : 'lost';
        one.problem = one.stage === 'refused' ? answer!.getBody().trim() : '';
        say(one.stage === 'lost' ? `The connection was lost while sending ${one.name}.` : one.problem);
        this.#next();
      },
    });
  }

  /** The same file, as far as its name, size and date can tell: two halves of different files are never joined. */
  #begunBefore({ name, size, file }: Sending): string | null {
    const url = this.#place
      .unfinished()
      .filter(
        (one) => one.name === keptName(name) && one.bytes === size && one.modified === file.lastModified,
      )
      .map(({ id }) => `/api/uploads/${id}`)
      .find((url) => !this.list.some(({ upload }) => upload?.url === url));
    return url ?? null;
  }
}
