import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { check } from '#app/preflight/check.ts';
import type { WorkRole } from '#app/preflight/roles.ts';
import { fromBytes } from '#app/preflight/sources.ts';
import { exampleFile, loadExample } from './load.ts';
import type { ExampleSubmission } from './shapes.ts';

const { calls, submissions } = loadExample();

/** The long paper breaks the limit of the call on purpose; everything else may be handed in as it is. */
const onPurpose = ['paper.over-length'];

test('no check refuses an invented file, except where it breaks a rule on purpose', async () => {
  const refused: string[] = [];
  for (const submission of submissions)
    for (const finding of (await reportOn(submission)).findings)
      if (finding.severity === 'reject' && !onPurpose.includes(finding.code))
        refused.push(`${submission.key}: ${finding.code}`);
  expect(refused).toEqual([]);
});

test('the video of the performance is longer than the minute of the call, and the check says so', async () => {
  const performance = submissions.find((submission) => submission.key === 'prompt-stand');
  if (!performance) throw new Error('The performance is missing.');
  const codes = (await reportOn(performance)).findings.map((finding) => finding.code);
  expect(codes.filter((code) => code === 'video.too-long')).toEqual(['video.too-long']);
});

function reportOn(submission: ExampleSubmission) {
  const call = calls.find(({ key }) => key === submission.call);
  if (!call) throw new Error(`There is no call ${submission.call}.`);
  const files = submission.files.filter(({ role }) => call.kind === 'work' || role === 'paper');
  const roles = Object.fromEntries(files.map(({ name, role }) => [name, workRole(role)]));
  const handIn = files.map(({ name, path }) => ({
    name,
    blob: fromBytes(new Uint8Array(readFileSync(exampleFile(path)))),
  }));
  const about = { title: submission.title, whole: true, ...(call.kind === 'work' ? { roles } : {}) };
  return check(handIn, call.rules, { about });
}

function workRole(role: string): WorkRole {
  return role === 'main' || role === 'video' || role === 'description' ? role : 'supplementary';
}
