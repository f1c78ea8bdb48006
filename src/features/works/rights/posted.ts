/** Reads the form that takes something down, which stands on two pages. */

export function takedownPosted(data: FormData) {
  const word = (name: string) => String(data.get(name) ?? '');
  const [scopes, stays] = [data.getAll('scopes').map(String), data.getAll('stays').map(String)];
  const asked = {
    scopes,
    reason: word('reason'),
    words: word('words'),
    titleStays: stays.includes('title'),
    creditStays: stays.includes('credit'),
  };
  /** `values` shows the form again as it was. */
  return {
    asked,
    values: { act: 'takedown', scopes, stays, reason: asked.reason, words: asked.words },
  };
}
