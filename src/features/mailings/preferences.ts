import { letterKinds } from '#app/platform/letter.ts';

export interface Preference {
  kind: string;
  title: string;
  delivery: 'now' | 'digest' | 'off';
}

/** Every kind that is not essential, as chosen; at once where nothing was chosen. */
export function preferencesFor(chosen: { kind: string; delivery: Preference['delivery'] }[]): Preference[] {
  return Object.entries(letterKinds)
    .filter(([, { essential }]) => !essential)
    .map(([kind, { title }]) => ({
      kind,
      title,
      delivery: chosen.find((choice) => choice.kind === kind)?.delivery ?? 'now',
    }));
}
