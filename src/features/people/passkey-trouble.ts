/** What went wrong between browser and device, in words; the names are those of WebAuthn's exceptions. */
export function passkeyTrouble(problem: unknown): string {
  const name = problem instanceof Error ? problem.name : '';
  if (name === 'NotAllowedError' || name === 'AbortError') return 'Nothing was chosen on your device.';
  if (name === 'InvalidStateError') return 'This device holds a passkey for your account already.';
  if (name === 'SecurityError') return 'Passkeys need the address under which this Salon was set up.';
  return 'That did not work on this device. Signing in by mail always does.';
}
