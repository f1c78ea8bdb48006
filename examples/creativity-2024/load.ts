/**
 * Reads the reference edition from its YAML files and checks it against the same schemas as any other edition.
 * Owns nothing beyond that: the facts are in the files, the shapes of cast and submissions in `shapes.ts`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { callSchema, type CallSettings } from '#app/features/calls/settings.ts';
import { editionSettingsSchema, type EditionSettings } from '#app/features/editions/settings.ts';
import {
  castSchema,
  extensionsSchema,
  picturesSchema,
  selectionSchema,
  submissionsSchema,
  type CastMember,
  type ExamplePicture,
  type Extension,
  type Selection,
  type ExampleSubmission,
} from './shapes.ts';

export type Example = {
  settings: EditionSettings;
  calls: CallSettings[];
  extensions: Extension[];
  cast: CastMember[];
  submissions: ExampleSubmission[];
  selection: Selection;
  pictures: ExamplePicture[];
};

const folder = import.meta.dirname;

export function loadExample(): Example {
  return {
    settings: check('the edition', editionSettingsSchema, editionFiles.map(read).reduce(merge)),
    calls: ['calls/papers.yaml', 'calls/creative-work.yaml'].map((file) =>
      check(file, callSchema, read(file)),
    ),
    extensions: check('extensions.yaml', extensionsSchema, read('extensions.yaml')),
    cast: check('cast.yaml', castSchema, read('cast.yaml')),
    submissions: ['submissions/papers.yaml', 'submissions/works.yaml'].flatMap((file) =>
      check(file, submissionsSchema, read(file)),
    ),
    selection: check('selection.yaml', selectionSchema, read('selection.yaml')),
    pictures: check('pictures.yaml', picturesSchema, read('pictures.yaml')).pictures,
  };
}

export const examplePicture = (file: string): string => join(folder, 'pictures', file);

/** Where a file of a submission lies; `path` is as in the submission. */
export function exampleFile(path: string): string {
  return join(folder, 'files', path);
}

const editionFiles = [
  'edition.yaml',
  'people.yaml',
  'programme.yaml',
  'roundtables.yaml',
  'pages.yaml',
  'news.yaml',
];

const merge = (all: unknown, next: unknown) => ({ ...(all as object), ...(next as object) });

function read(file: string): unknown {
  return parse(readFileSync(join(folder, file), 'utf8'));
}

function check<S extends v.GenericSchema>(what: string, schema: S, value: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const issue = result.issues[0];
  throw new Error(
    `The example edition does not fit its schema: ${what}, ${v.getDotPath(issue)}: ${issue.message}`,
  );
}
