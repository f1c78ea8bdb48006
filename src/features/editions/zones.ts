/** Time zones by the names that time-zone data knows. A deadline may also be `AoE`; a place never is. */
export function isPlaceZone(zone: string): boolean {
  try {
    return zone !== 'AoE' && Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** For forms: every zone this machine knows, UTC first. */
export const placeZones = (): string[] => [
  'UTC',
  ...Intl.supportedValuesOf('timeZone')
    .map((zone) => renamed[zone] ?? zone)
    .sort(),
];

/** Zones that this machine's data still lists under names their places no longer go by. */
const renamed: Record<string, string> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
};
