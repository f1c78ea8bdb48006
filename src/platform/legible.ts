/**
 * Words as they can be kept. PostgreSQL takes no NUL and no half of a character, browsers send both; whoever
 * typed around them loses nothing when they go. Every input passes here at the one door.
 */
import { invalid } from './refusal.ts';

/** No form of ours nests deeper; what does was built to exhaust whoever walks it. */
const deepest = 40;

/** The same shape without NUL and half characters, names of fields too. Refuses (invalid) more than 40 levels. */
export function legible(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return legibleText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > deepest) throw invalid('This is nested too deeply to be read.');
  if (Array.isArray(value)) return value.map((item) => legible(item, depth + 1));
  // Dates, files and buffers are what they are.
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [legibleText(name), legible(item, depth + 1)]),
  );
}

function legibleText(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return whole.includes('\0') ? whole.replaceAll('\0', '') : whole;
}
