/** What went wrong between browser and device, for pages to put into words; the names are those of WebAuthn's exceptions. */
export type PasskeyTrouble = 'nothing' | 'held' | 'address' | 'other';

export function passkeyTrouble(problem: unknown): PasskeyTrouble {
  const name = problem instanceof Error ? problem.name : '';
  if (name === 'NotAllowedError' || name === 'AbortError') return 'nothing';
  if (name === 'InvalidStateError') return 'held';
  return name === 'SecurityError' ? 'address' : 'other';
}
