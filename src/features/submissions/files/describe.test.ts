import { readFile } from 'node:fs/promises';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { bareDraft } from '../../../../tests/submissions.ts';
import { openWorld, whileOpen, type World } from '../../../../tests/world.ts';
import { resources } from '#app/platform/resources.server.ts';
import { submit } from '../operations.server.ts';
import { describe as describeWork, removeFile, showFiles } from './operations.server.ts';

let world: World;
let id: string;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());
beforeEach(async () => {
  world.at(whileOpen);
  id = await bareDraft(world, 'chiara');
});

const typed = {
  title: 'Tides — Παλίρροια — Приливы',
  about:
    'Water that remembers: ὕδωρ, море, Ѣ, Łódź, Đà Nẵng, “naïve” and office fluff.\n\nA second paragraph.',
  people: 'Chiara Creator works in Trieste.',
  ai: 'None.',
};

it('a typed description is set in Latin, Greek and Cyrillic and can be read back', async () => {
  expect((await describeWork(as(), { id, ...typed })).lacking).toEqual([]);
  const [file] = await shown();
  expect([file!.role, file!.proposed, file!.canonical, file!.kind, file!.pages, file!.typed]).toEqual([
    'description',
    false,
    'Tides_description.pdf',
    'PDF',
    1,
    typed,
  ]);
  expect(await readBack(file!.sha256)).toEqual(
    [
      typed.title,
      'The work',
      ...typed.about.split('\n').filter(Boolean),
      'Who made it',
      typed.people,
      'How AI was used',
      typed.ai,
    ].join('\n'),
  );
});

it('a typed description tells who listens to it what is a heading and what is text', async () => {
  await describeWork(as(), { id, ...typed });
  const [file] = await shown();
  const path = resources().files.localPath(file!.sha256);
  const page = await (await getDocumentProxy(new Uint8Array(await readFile(path)))).getPage(1);
  const [whole] = (await page.getStructTree())!.children as { role: string; children: { role: string }[] }[];
  expect([whole!.role, whole!.children.map(({ role }) => role)]).toEqual([
    'Document',
    ['H1', 'H2', 'P', 'H2', 'P', 'H2', 'P'],
  ]);
});

it('the checker takes it for the description, with nothing to say against it', async () => {
  await describeWork(as(), { id, ...typed });
  const { files, findings } = await showFiles(as(), { id });
  expect([files[0]!.findings, findings.map(({ code }) => code)]).toEqual([[], ['layout.no-main']]);
});

it('letters that our PDF lacks stay text, whole, and the person learns which', async () => {
  const arabic = { title: 'المد', about: 'ماء يتذكر', people: '', ai: 'None.' };
  const { lacking } = await describeWork(as(), { id, ...arabic });
  expect([...lacking].sort()).toEqual([...new Set('المدماءيتذكر')].sort());
  const [file] = await shown();
  expect([file!.role, file!.canonical, file!.kind, file!.findings, file!.typed]).toEqual([
    'description',
    'Tides_description.txt',
    'Plain text',
    [],
    arabic,
  ]);
  expect(await readFile(resources().files.localPath(file!.sha256), 'utf8')).toEqual(
    'المد\n\nThe work\n\nماء يتذكر\n\nHow AI was used\n\nNone.\n',
  );
});

it('a description kept as text counts as one when the work is submitted', async () => {
  await describeWork(as(), { id, ...typed, about: '潮' });
  const said = await submit(as(), { id, agreed: [] }).catch((problem) => problem.fields.files);
  expect(said).toEqual(
    'We found neither the work itself nor a video of it. The jury needs one file that is the work, or a video of at most 60 s that shows it. Add the work or a video, tell us which file it is, or write to the organizers for another arrangement.',
  );
});

it('what fills a third page is refused, with how much to cut, and the one before stays', async () => {
  await describeWork(as(), { id, ...typed });
  const about = 'Water that remembers what was thrown into it. '.repeat(220);
  const refusal = await describeWork(as(), { id, ...typed, about }).catch(({ kind, message }) => [
    kind,
    message,
  ]);
  expect(refusal).toEqual([
    'invalid',
    expect.stringMatching(
      /^This fills 3 pages, and the call asks for at most 2 pages\. Cut about [\d,]+ characters; what you typed is still here\.$/,
    ),
  ]);
  const [, amount] = /Cut about ([\d,]+)/.exec((refusal as string[])[1]!)!;
  const shorter = about.slice(0, about.length - Number(amount!.replace(',', '')));
  expect((await shown()).map((file) => file.typed)).toEqual([typed]);
  await describeWork(as(), { id, ...typed, about: shorter });
  expect((await shown()).map((file) => [file.pages, file.findings])).toEqual([[2, []]]);
});

it('typing again replaces what was typed, and taking it away is taking a file away', async () => {
  await describeWork(as(), { id, ...typed });
  await describeWork(as(), { id, ...typed, ai: 'A little.' });
  const files = await shown();
  expect(files.map((file) => file.typed?.ai)).toEqual(['A little.']);
  await removeFile(as(), { fileId: files[0]!.id });
  expect(await shown()).toEqual([]);
});

it('nothing typed, a paper, a stranger and a late hour are each refused in words', async () => {
  const said = ({ kind, message }: { kind: string; message: string }) => [kind, message];
  const paper = await bareDraft(world, 'chiara', 'papers');
  const refusals = [
    await describeWork(as(), { id, title: 'Tides', about: ' ', people: '', ai: '' }).catch(said),
    await describeWork(as(), { id: paper, ...typed }).catch(said),
    await describeWork(world.as('ada'), { id, ...typed }).catch(said),
    await describeWork(world.as('chiara', new Date('2024-09-13T12:00:00Z')), { id, ...typed }).catch(said),
  ];
  expect(refusals).toEqual([
    ['invalid', 'Type something about the work first.'],
    ['invalid', 'A paper needs no description: its abstract stands in the form.'],
    ['missing', 'There is nothing here, or it is not yours to see.'],
    ['late', 'The deadline has passed, so no new file can be added.'],
  ]);
});

it('a word without end and a text of one sign are set without harm', async () => {
  await describeWork(as(), { id, ...typed, about: 'https://example.org/'.repeat(60), people: '.' });
  const [file] = await shown();
  expect((await readBack(file!.sha256)).replaceAll('\n', '')).toContain('https://example.org/'.repeat(60));
});

const as = () => world.as('chiara');
const shown = async () => (await showFiles(as(), { id })).files;

async function readBack(sha256: string): Promise<string> {
  const bytes = new Uint8Array(await readFile(resources().files.localPath(sha256)));
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: false });
  return text.join('\n');
}
