import { expect, test } from 'vitest';
import { partFor, partOf, splitStyles } from './parts.ts';

test('a page links what all pages need and one part more, a page of plain words not even that', () => {
  expect(['Gallery', 'Papers', 'WorkPage', 'PaperPage', 'Home', 'FreePage'].map(partFor)).toEqual([
    'l',
    'l',
    'r',
    'r',
    'p',
    null,
  ]);
  expect(partOf('/somewhere/pages/viewers/Picture.svelte')).toEqual('a');
});

test('the rules of a stylesheet go to the part of the component that wrote them, in their order', () => {
  const css =
    '@import "x";h1{color:red}.l-abc{a:b}@media print{h1{c:d}.l-abc{e:f}.r-123 p:where(.r-123){g:h}}.p-x1y{i:j}.wall-item{k:l}';
  expect(splitStyles(css)).toEqual({
    a: '@import "x";h1{color:red}@media print{h1{c:d}}.wall-item{k:l}',
    l: '.l-abc{a:b}@media print{.l-abc{e:f}}',
    r: '@media print{.r-123 p:where(.r-123){g:h}}',
    p: '.p-x1y{i:j}',
  });
});
