/** Captions as WebVTT, from WebVTT or SubRip: cues alone. Notes, styles and heads say who made them with what. */

const time = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{3})$/;

/** Null where there is not one cue. */
export function captionsOf(text: string): string | null {
  const cues = text.split(/\n{2,}/).flatMap((block) => cueIn(block.split('\n')));
  return cues.length > 0 ? `WEBVTT\n\n${cues.join('\n\n')}\n` : null;
}

function cueIn(lines: readonly string[]): string[] {
  const at = lines.findIndex((line) => line.includes('-->'));
  if (at < 0 || /^(NOTE|STYLE|REGION)\b/.test(lines[0] ?? '')) return [];
  const [from = '', rest = ''] = lines[at]!.split('-->').map((part) => part.trim());
  const [to = '', ...settings] = rest.split(/\s+/);
  const times = [from, to].map(stamped);
  const words = lines.slice(at + 1).filter((line) => line.trim() !== '');
  if (times.includes(null) || words.length === 0) return [];
  const placed = settings.filter((one) => /^(line|position|size|align|vertical):[\w.,%-]+$/.test(one));
  return [[[times.join(' --> '), ...placed].join(' '), ...words].join('\n')];
}

function stamped(text: string): string | null {
  const [, hours = '0', minutes, seconds, thousandths] = time.exec(text) ?? [];
  return minutes === undefined
    ? null
    : `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}:${seconds}.${thousandths}`;
}
