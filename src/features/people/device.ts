/** The browser and the machine in the words their owner would use; never the whole header. */
export function deviceWords(userAgent: string | null | undefined): string {
  const text = userAgent ?? '';
  const first = (pairs: [RegExp, string][]) => pairs.find(([pattern]) => pattern.test(text))?.[1];
  const browser = first([
    [/Edg(A|iOS)?\//, 'Edge'],
    [/OPR\//, 'Opera'],
    [/SamsungBrowser\//, 'Samsung Internet'],
    [/Firefox\/|FxiOS\//, 'Firefox'],
    [/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
    [/Safari\//, 'Safari'],
  ]);
  const machine = first([
    [/iPhone/, 'iPhone'],
    [/iPad/, 'iPad'],
    [/Android/, 'Android'],
    [/Windows/, 'Windows'],
    [/Mac OS X|Macintosh/, 'Mac'],
    [/CrOS/, 'ChromeOS'],
    [/Linux/, 'Linux'],
  ]);
  if (browser && machine) return `${browser} on ${machine}`;
  return browser ?? machine ?? 'A browser';
}
