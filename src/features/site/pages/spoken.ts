/** Words out of captions, for those who read instead, and where a browser refuses captions: from a folder on disk. */

/** Cues of WebVTT as lines with their time; what styles or places them is left out. */
export function cuesOf(vtt: string): { at: string; words: string }[] {
  return vtt
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .flatMap((block) => {
      const lines = block.split('\n');
      const time = lines.findIndex((line) => line.includes('-->'));
      if (time < 0) return [];
      const at = /(?:\d+:)?\d{2}:\d{2}/.exec(lines[time]!)?.[0] ?? '';
      const words = lines
        .slice(time + 1)
        .map((line) => line.replaceAll(/<[^>]*>/g, '').trim())
        .filter(Boolean)
        .join(' ');
      return words ? [{ at, words: decoded(words) }] : [];
    });
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '' };
const decoded = (words: string) =>
  words.replaceAll(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_, name: string) => entities[name]!);
