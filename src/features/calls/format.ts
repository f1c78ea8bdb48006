/**
 * The format of a call for papers: a ready-made one by its name, or one of the call's own in numbers. Owns what
 * such numbers may be; what they are compared with is the checker's (`#app/preflight/pdf/format.ts`).
 */
import * as v from 'valibot';
import { formatProfiles } from '#app/preflight/profiles.ts';
import type { FormatProfile } from '#app/preflight/rules.ts';
import { diffSettings } from '../editions/diff.ts';

export const inch = 72;

const between = (least: number, most: number, unit: 'in' | 'pt') => {
  const points = unit === 'in' ? inch : 1;
  const sentence = `Between ${least} and ${most} ${unit}.`;
  return v.pipe(
    v.number('Write a number.'),
    v.minValue(least * points, sentence),
    v.maxValue(most * points, sentence),
  );
};
const size = (least: number, most: number) =>
  v.strictObject({ width: between(least, most, 'in'), height: between(least, most, 'in') });

/** The checker looks for them in lower case. */
const phrases = v.array(
  v.pipe(
    v.string(),
    v.trim(),
    v.toLowerCase(),
    v.minLength(3, 'At least 3 characters each.'),
    v.maxLength(200, 'At most 200 characters each.'),
  ),
);

/** No measure is finer than the least tolerance: an honest paper may be off by that much. */
const profile = v.strictObject({
  name: v.pipe(v.string(), v.maxLength(64)),
  label: v.pipe(v.string(), v.trim(), v.nonEmpty('Please fill this in.'), v.maxLength(200)),
  pageSize: size(2, 60),
  textBlock: size(1, 60),
  columns: v.picklist([1, 2]),
  bodyFontSize: between(4, 72, 'pt'),
  leading: between(4, 144, 'pt'),
  titleFontSize: between(4, 144, 'pt'),
  tolerance: v.strictObject({
    page: between(1, 72, 'pt'),
    block: between(2, 144, 'pt'),
    fontSize: between(0.1, 10, 'pt'),
    leading: between(0.1, 20, 'pt'),
  }),
  titleRules: v.boolean(),
  notices: v.strictObject({ final: phrases, preprint: phrases, anonymous: phrases }),
});

const readyMade = v.pipe(
  v.picklist(Object.keys(formatProfiles) as (keyof typeof formatProfiles)[]),
  v.transform((name): FormatProfile => formatProfiles[name]),
);

/** Chosen by what is there, so that each problem with a number is named by its own field. */
export const formatSchema = v.lazy(
  (given): v.GenericSchema<unknown, FormatProfile> => (typeof given === 'string' ? readyMade : profile),
);

/** What no field alone can say, by the path of a field. */
export function formatProblems({
  pageSize,
  textBlock,
  leading,
  bodyFontSize,
}: FormatProfile): Record<string, string> {
  const problems: Record<string, string> = {};
  const sentence = 'The text does not fit the page, which is';
  if (textBlock.width > pageSize.width) problems['textBlock.width'] = `${sentence} narrower.`;
  if (textBlock.height > pageSize.height) problems['textBlock.height'] = `${sentence} lower.`;
  if (leading < bodyFontSize * 0.9) problems.leading = 'Lines this close would lie on each other.';
  return problems;
}

/** Whether a call has numbers of its own, also under the name of a ready-made format. */
export function isOwnFormat(format: FormatProfile): boolean {
  const ready = Object.values(formatProfiles).find(({ name }) => name === format.name);
  return !ready || diffSettings(ready, format).length > 0;
}

/** What somebody has to know who sets a paper for a format that no template of theirs brings. */
export function sayFormat({ pageSize, textBlock, columns, bodyFontSize, leading }: FormatProfile): string {
  const inches = ({ width, height }: FormatProfile['pageSize']) =>
    `${said(width / inch)} x ${said(height / inch)} in`;
  return `pages of ${inches(pageSize)} with ${inches(textBlock)} of text, in ${columns === 1 ? 'one column' : 'two columns'} of ${said(bodyFontSize)} pt type with lines ${said(leading)} pt apart`;
}

const said = (number: number) => String(Number(number.toFixed(2)));
