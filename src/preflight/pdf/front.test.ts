import { expect, test } from 'vitest';
import { frontOf } from './front.ts';
import type { Sheet } from './furniture.ts';
import { linesOf } from './lines.ts';
import type { Page, Run } from './page.ts';

const run = (text: string, x0: number, y: number, size = 10, font = 'Serif'): Run => ({
  text,
  x0,
  x1: x0 + text.length * size * 0.45,
  y,
  size,
  font,
  hidden: null,
});

function front(runs: Run[]) {
  const page: Page = { number: 1, width: 612, height: 792, runs, boxes: [], rules: [], fonts: [] };
  const sheet: Sheet = { page, ...linesOf(page) };
  const { title, authors } = frontOf(sheet, { size: 10, font: 'Serif', leading: 12 });
  return { title, authors };
}

const prose =
  'the makers of pictures and of programs met in one room and asked each other what a tool may take';

test('names in capitals before their schools are read, as ACM manuscripts set them', () => {
  expect(
    front([
      run('A Loom Alone', 72, 90, 14, 'Sans'),
      run('ADA BYRON', 72, 120, 11, 'Sans'),
      run(', University of Somewhere, Belgium', 125, 120),
      run('BORIS O’GILL', 72, 140, 11, 'Sans'),
      run(', Academy of Looms, Belgium', 135, 140),
      run(prose, 72, 170),
    ]),
  ).toEqual({ title: 'A Loom Alone', authors: ['Ada Byron', 'Boris O’Gill'] });
});

test('a title set like everything else stands centred on the first line', () => {
  expect(
    front([
      run('A Loom Alone', 279, 90),
      run('Ada Byron', 286, 114, 10, 'Serif-Bold'),
      run('ada@example.org', 272, 126),
      run('Abstract', 72, 160, 14, 'Serif-Bold'),
      run(prose, 72, 180),
    ]),
  ).toEqual({ title: 'A Loom Alone', authors: ['Ada Byron'] });
});

test('four names, one below another, are all read where no word opens the abstract', () => {
  const people = ['Ada Byron', 'Boris Gill', 'Carla Castillo', 'Dmitri Nowak'];
  expect(
    front([
      run('A Loom Alone', 230, 90, 17),
      ...people.flatMap((name, i) => [
        run(name, 280, 120 + i * 40, 10, 'Serif-Bold'),
        run('University of Somewhere', 260, 132 + i * 40),
        run('someone@example.org', 265, 144 + i * 40),
      ]),
      run(prose, 72, 320),
    ]),
  ).toEqual({ title: 'A Loom Alone', authors: people });
});
