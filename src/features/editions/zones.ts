/** Time zones by the names that time-zone data knows. A deadline may also be `AoE`; a place never is. */
export function isPlaceZone(zone: string): boolean {
  try {
    return zone !== 'AoE' && Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** For forms: every zone this machine knows, UTC first. */
export const placeZones = (): string[] => ['UTC', ...Intl.supportedValuesOf('timeZone')];
