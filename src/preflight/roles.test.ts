import { expect, test } from 'vitest';
import { kindNamed } from './kinds.ts';
import { proposeRoles, suffixOf } from './roles.ts';

const kinds: Record<string, string> = {
  png: 'png',
  jpg: 'jpeg',
  pdf: 'pdf',
  mp4: 'mp4',
  wav: 'wav',
  txt: 'text',
  html: 'html',
  docx: 'docx',
  zip: 'zip',
  mov: 'mov',
};
const roles = (...names: string[]) => {
  const pieces = names.map((name, i) => ({
    name,
    kind: kindNamed(kinds[name.split('.').at(-1)!.toLowerCase()] ?? 'unknown'),
    size: 1000 - i,
  }));
  return proposeRoles(pieces).proposals.map((one) => one.role);
};

test('the names of the real hand-ins of 2024 are understood', () => {
  expect(roles('24_main .png', '13_description.pdf')).toEqual(['main', 'description']);
  expect(roles('GoGo Musebots.pdf')).toEqual(['main']);
  expect(
    roles("Walter_Benjamin's_The_Destructive_Character_AI-fication_Description.pdf", 'piece.mp4'),
  ).toEqual(['description', 'main']);
  expect(roles('artwork_EcotonesOfTheMind_description.pdf', 'artwork_EcotonesOfTheMind_main.jpg')).toEqual([
    'description',
    'main',
  ]);
  expect(roles('Regenerate_main.pdf', 'about.pdf')).toEqual(['main', 'description']);
});

test('the last word counts, with a separator before it, in any case', () => {
  expect(suffixOf('domain')).toBe(null);
  expect(suffixOf('The Main Event')).toBe(null);
  expect(suffixOf('music video')).toMatchObject({ word: 'video', title: 'music' });
  expect(suffixOf('My_Description_of_the_Sea_MAIN')).toMatchObject({
    word: 'main',
    title: 'My_Description_of_the_Sea',
  });
  expect(suffixOf('Sea-Supp_12')).toMatchObject({ word: 'supplementary', title: 'Sea', order: 12 });
  expect(suffixOf('Sea supplementary 2 (1)')).toMatchObject({ word: 'supplementary', order: 2 });
  expect(suffixOf('main')).toMatchObject({ word: 'main', title: '' });
});

test('types help where names are silent', () => {
  expect(roles('piece.png', 'words.pdf')).toEqual(['main', 'description']);
  expect(roles('a.jpg', 'b.jpg', 'words.pdf')).toEqual(['main', 'supplementary', 'description']);
  expect(roles('Sea_video.mp4', 'words.pdf')).toEqual(['video', 'description']);
  expect(roles('Sea_main.png', 'extras/domain.png', 'extras/other.jpg')).toEqual([
    'main',
    'supplementary',
    'supplementary',
  ]);
  expect(roles('style.png', 'index.html', 'Sea_description.pdf')).toEqual([
    'supplementary',
    'main',
    'description',
  ]);
  expect(roles('Sea_video.png', 'Sea_main.mov')).toEqual(['supplementary', 'main']);
});

test('two files that both say they are the main piece are a question', () => {
  const pieces = ['a_main.png', 'b_main.png'].map((name) => ({ name, kind: kindNamed('png'), size: 5 }));
  expect(proposeRoles(pieces).findings.map((one) => one.code)).toEqual([
    'layout.two-mains',
    'layout.title-mismatch',
  ]);
});
