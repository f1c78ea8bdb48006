/** What was done to a call beside its settings, in words: kept by the audit, shown in the call's history. */
import { sayWaived } from './waiver.ts';

export interface Act {
  operation: string;
  detail: Record<string, unknown>;
}

export function sayAct({ operation, detail }: Act): { what: string; reason: string } | null {
  if (operation === 'calls.move')
    return { what: `Moved ${detail.moved === 'up' ? 'up' : 'down'} among the calls.`, reason: '' };
  if (operation === 'calls.extend')
    return {
      what: `Deadline${detail.round === 'final' ? ' of final versions' : ''} extended from ${String(detail.was)} to ${String(detail.to)}.`,
      reason: String(detail.reason ?? ''),
    };
  const why = String(detail.reason ?? '');
  if (operation === 'calls.waive')
    return { what: `Waived for the whole call: ${sayWaived(String(detail.code))}.`, reason: why };
  if (operation === 'calls.endWaiver')
    return { what: `No longer waived: ${sayWaived(String(detail.code))}.`, reason: why };
  return null;
}
