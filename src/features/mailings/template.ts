/** Letters to many: plain text with placeholders in double braces. A placeholder nobody knows is named, never sent. */

export const placeholders = {
  name: 'the name of whoever gets the letter',
  title: 'the title of what they handed in, or all their titles',
  link: 'the address of it, on a line of its own',
  deadline: 'the deadline that holds for it',
  call: 'the call it was handed in to',
  edition: 'the name of the workshop',
  contact: 'the address of the organizers',
} as const;

export type Placeholder = keyof typeof placeholders;
export type Values = Record<Placeholder, string>;

const pattern = /\{\{([^{}]*)\}\}/g;

/** What stands in braces and means nothing, as typed; braces that never close are among it. */
export function unknownIn(template: string): string[] {
  const found = [...template.matchAll(pattern)].map((match) => match[1]!.trim());
  const strange = found.filter((name) => !Object.hasOwn(placeholders, name)).map((name) => `{{${name}}}`);
  const rest = template.replace(pattern, '');
  return [
    ...new Set([...strange, ...(rest.includes('{{') ? ['{{'] : []), ...(rest.includes('}}') ? ['}}'] : [])]),
  ];
}

/** One pass: what is filled in is never read for placeholders again. */
export function filled(template: string, values: Values): string {
  return template.replace(pattern, (whole, name: string) => {
    const key = name.trim();
    return Object.hasOwn(values, key) ? values[key as Placeholder] : whole;
  });
}
