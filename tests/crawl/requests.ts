/** Everything the crawl asks: made from the routes themselves, so that a new page is asked without a word here. */
import { namesAskedBy } from '../nonsense/fields.ts';
import { routes } from '../house/routes.ts';
import { text } from '../house/source.ts';
import type { Asked } from '../server.ts';
import { addressesOf } from './matrix.ts';

/** Every page, every question in an address, every form action on something that belongs to somebody, every upload. */
export function everyRequest(values: Record<string, string[]>, guesses: string[]): Asked[] {
  const fromPages = routes.flatMap((route) => {
    const addresses = addressesOf(route, values) ?? [];
    const reads: Asked[] = route.methods.includes('GET') ? addresses.map((path) => ({ path })) : [];
    const asking = route.files.some((file) => /searchParams/.test(text(file)));
    // Lists are asked everything; what is one thing by its address is asked for nothing but marks of a visit.
    const isList = route.params.every((param) => param === 'edition');
    const queries = (asking ? reads : []).flatMap(({ path }) =>
      (isList ? questions(values, guesses) : [marks]).map((query) => ({ path: `${path}?${query}` })),
    );
    const acts: Asked[] = route.params.some((param) => owned.includes(param))
      ? addresses.flatMap((path) =>
          route.actions.flatMap((name) =>
            [
              {},
              Object.fromEntries(route.files.flatMap(namesAskedBy).map((field) => [field, guesses[0]!])),
            ].map((form) => ({
              method: 'POST',
              path: name === 'default' ? path : `${path}?/${name}`,
              form,
              headers: { 'content-type': 'application/x-www-form-urlencoded' },
            })),
          ),
        )
      : [];
    return [...reads, ...queries, ...acts];
  });
  return [...fromPages, ...inFront(values)];
}

/** What one may ask of a page in its address: the secret's own words among it, and what only it has. */
function questions({ id = [] }: Record<string, string[]>, guesses: string[]): string[] {
  return [
    ...guesses.map((guess) => `q=${encodeURIComponent(guess)}`),
    'state=withdrawn',
    'state=in&sort=-submitted',
    'sort=person&columns=people,receipt,needs',
    'page=2',
    'issues=1&cleared=1&waiting=1',
    `id=${id[0]}&id=${id[1]}`,
    'everything=1',
    marks,
  ];
}

const marks = 'saved=1&begun=1&failed=1&next=/desk';

/** What stands before the pages: uploads to somebody's submission, and on somebody's upload; and how Salon is. */
function inFront({ id = [], upload = [] }: Record<string, string[]>): Asked[] {
  const coded = (words: string) => Buffer.from(words).toString('base64');
  const tus = { 'tus-resumable': '1.0.0' };
  const begun = id.flatMap((submission): Asked[] => [
    {
      method: 'POST',
      path: '/api/uploads',
      headers: {
        ...tus,
        'upload-length': '5',
        'upload-metadata': `submission ${coded(submission)},name ${coded('a.pdf')}`,
      },
    },
    {
      method: 'POST',
      path: `/my/submissions/${submission}/files`,
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      body: '--b\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\nWords\r\n--b--\r\n',
    },
  ]);
  const onIt = upload.flatMap((one): Asked[] =>
    ['HEAD', 'PATCH', 'DELETE', 'OPTIONS', 'POST'].map((method) => ({
      method,
      path: `/api/uploads/${one}`,
      headers: {
        ...tus,
        'upload-offset': '0',
        ...(method === 'PATCH' && { 'content-type': 'application/offset+octet-stream' }),
      },
      ...(method === 'PATCH' && { body: 'Words' }),
    })),
  );
  return [...begun, ...onIt, { method: 'OPTIONS', path: '/api/uploads' }, { path: '/health' }];
}

/** Parameters that name what belongs to somebody. */
const owned = ['id', 'submission', 'file', 'receipt', 'contributor', 'version', 'letter', 'person'];
