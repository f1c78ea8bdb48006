/** Owns the talk with a device about a passkey: whether it can, whether we wait for it, what it said. Needs scripts. */
import { browserSupportsWebAuthn } from '@simplewebauthn/browser';
import { passkeyTrouble, type PasskeyTrouble } from './passkey-trouble.ts';

/** Options come from `address`; `ask` hands them to the device. Called while a component is made. */
export function passkeyAsking<Options>(address: string, ask: (options: Options) => Promise<unknown>) {
  let able = $state(false);
  let waiting = $state(false);
  let trouble = $state<PasskeyTrouble | ''>('');
  $effect(() => {
    able = browserSupportsWebAuthn();
  });

  return {
    get able() {
      return able;
    },
    get waiting() {
      return waiting;
    },
    /** What went wrong; empty otherwise. */
    get trouble() {
      return trouble;
    },
    /** In place of a submit: asks the device, then sends the form with what it said in the field `answer`. */
    async send(event: SubmitEvent & { currentTarget: HTMLFormElement }) {
      const form = event.currentTarget;
      event.preventDefault();
      waiting = true;
      trouble = '';
      try {
        const response = await fetch(address, { method: 'POST' });
        if (!response.ok) throw new Error('not asked');
        const answer = form.elements.namedItem('answer') as HTMLInputElement;
        answer.value = JSON.stringify(await ask((await response.json()) as Options));
        form.submit();
      } catch (problem) {
        trouble = passkeyTrouble(problem);
        waiting = false;
      }
    },
  };
}
