import { describe, expect, it } from 'vitest';
import { csvOf } from './csv.ts';
import { addressOf, askedFor, readTable, wantedOf } from './table.ts';

const read = (address: string) => readTable(new URLSearchParams(address));

describe('the address of the table', () => {
  it('reads back as the table it was made from', () => {
    const address =
      '?q=t%C3%ACde&call=papers&state=in&about=topic%3Alaw&issues=1&cleared=1&waiting=1&sort=-title&columns=people%2Cfiles&page=3';
    const table = read(address);
    expect(addressOf(table, { page: 3 })).toEqual(address);
    expect(wantedOf(table)).toMatchObject({
      q: 'tìde',
      kind: '',
      topic: 'law',
      sort: 'title',
      backwards: true,
    });
  });

  it('says nothing of what is as usual, and keeps a choice of no columns', () => {
    expect(addressOf(read(''))).toEqual('?');
    expect(read(addressOf(read('columns='))).columns).toEqual([]);
  });

  it('goes back to the first page when anything changes', () => {
    expect(addressOf(read('page=7&q=sea'), { call: 'papers' })).toEqual('?q=sea&call=papers');
  });

  it('asks for what is ticked, or for everything that matches where nothing is or all is wanted', () => {
    expect(askedFor(new URLSearchParams('q=sea&id=a&id=b&id=a'))).toMatchObject({
      q: 'sea',
      ids: ['a', 'b'],
    });
    expect(askedFor(new URLSearchParams('q=sea&id=a&everything=1')).ids).toEqual(null);
    expect(askedFor(new URLSearchParams('q=sea&page=4'))).toMatchObject({ ids: null, page: 1 });
  });
});

describe('a table as CSV', () => {
  it('quotes what needs it and keeps line ends inside a cell', () => {
    expect(csvOf([['a,b', 'say "no"', 'one\ntwo', 7, null, 'مرآة']])).toEqual(
      '\ufeff"a,b","say ""no""","one\ntwo",7,,مرآة\r\n',
    );
  });

  it('makes text of whatever a spreadsheet would run', () => {
    const hostile = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', "plain'"];
    expect(csvOf([hostile])).toEqual("\ufeff'=1+1,'+1,'-1,'@SUM(A1),'\t=1,\"'\r=1\",' =1,'＝1,plain'\r\n");
  });
});
