/** Names each test that said no at first and yes when it was tried again: luck is not proof, and has to be mended. */
import type { Reporter, TestCase } from 'vitest/node';

export default class TriedAgain implements Reporter {
  readonly #lucky: string[] = [];

  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky) this.#lucky.push(`${test.module.relativeModuleId} › ${test.fullName}`);
  }

  onTestRunEnd(): void {
    for (const name of this.#lucky) console.log(`Passed only when tried again: ${name}`);
  }
}
