/**
 * Names each test that said no at first and yes when it was tried again: luck is not proof, and has to be mended. And
 * each that could ask less here than it would elsewhere, with the reason.
 */
import type { Reporter, TestCase } from 'vitest/node';

export default class TriedAgain implements Reporter {
  readonly #lucky: string[] = [];
  readonly #weaker: string[] = [];

  onTestCaseResult(test: TestCase): void {
    const name = `${test.module.relativeModuleId} › ${test.fullName}`;
    if (test.diagnostic()?.flaky) this.#lucky.push(name);
    const { weaker } = test.meta() as { weaker?: string };
    if (weaker) this.#weaker.push(`${name}: ${weaker}`);
  }

  onTestRunEnd(): void {
    for (const name of this.#lucky) console.log(`Passed only when tried again: ${name}`);
    for (const name of this.#weaker) console.log(`Asked less than elsewhere: ${name}`);
  }
}
