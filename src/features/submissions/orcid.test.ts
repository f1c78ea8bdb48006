import { expect, it } from 'vitest';
import { readOrcid } from './orcid.ts';

it('an ORCID iD is read as people paste it, and only with the right check digit', () => {
  const pasted = [
    'https://orcid.org/0000-0002-1825-0097',
    '0000000218250097',
    ' 0000-0002-1694-233x ',
    '0000‐0002‐1825‐0097',
    '0000-0002-1825-0098',
    '0000-0002-1825',
    '',
  ];
  expect(pasted.map(readOrcid)).toEqual([
    '0000-0002-1825-0097',
    '0000-0002-1825-0097',
    '0000-0002-1694-233X',
    '0000-0002-1825-0097',
    null,
    null,
    null,
  ]);
});
