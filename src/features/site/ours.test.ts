import { expect, it } from 'vitest';
import { picture, work } from '../../../tests/records.ts';
import { oursAddress, oursIn, oursScript } from './ours.ts';

const mark = 'a1'.repeat(32);
const marked = (slug: string, more: Parameters<typeof work>[1] = {}) =>
  work(slug, { files: [picture([400, 300], { likeness: mark }), picture([400, 300])], ...more });

it('lists what a copy is told by, what it is, whose, and the way to its page and to the organizers', () => {
  expect(oursIn('2024', [marked('low-tide', { title: 'Low Tide' })])).toEqual([
    {
      marks: [mark],
      title: 'Low Tide',
      credit: work('low-tide').rights.credit,
      page: 'low-tide.html',
      contact: '../contact.html?about=works/low-tide',
    },
  ]);
});

it('leaves out who did not opt in and what was taken down', () => {
  const gone = marked('gone', { tombstone: { on: '2024-12-20', words: 'Gone.' } });
  expect(oursIn('2024', [work('silent'), gone])).toEqual([]);
});

it('has another address whenever something else is in it, and no markup that would end the script', () => {
  const evil = marked('evil', { title: '</script><script>alert(1)' });
  const addresses = [[], [marked('low-tide')], [evil]].map((records) => oursAddress('2024', records));
  expect(new Set(addresses).size).toBe(3);
  expect(oursScript(oursIn('2024', [evil]))).not.toContain('</');
});
