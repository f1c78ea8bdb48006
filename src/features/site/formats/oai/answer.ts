/** OAI-PMH 2.0: from a question to the document that answers it, errors included. Ask it by GET or POST alike. */
import { element, xmlDocument, type Element } from '#app/features/works/citing/xml.ts';
import { OaiError, readQuestion, type Question } from './question.ts';
import {
  formats,
  itemsOf,
  positionOf,
  setsOf,
  toSecond,
  type Format,
  type Item,
  type Repository,
} from './repository.ts';
import { readToken, tokenOf, type Resumption } from './token.ts';

const aPage = 100;

export function answerOai(repository: Repository, query: URLSearchParams, now: Date): string {
  const answer = (echo: Record<string, string>, ...content: Element[]) =>
    xmlDocument(
      element(
        'OAI-PMH',
        {
          xmlns: 'http://www.openarchives.org/OAI/2.0/',
          'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
          'xsi:schemaLocation':
            'http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd',
        },
        element('responseDate', {}, toSecond(now.toISOString())),
        element('request', echo, repository.url),
        ...content,
      ),
    );
  // What could not be understood is not repeated to whoever asked.
  let echo: Record<string, string> = {};
  try {
    const question = readQuestion(query);
    echo = { verb: question.verb, ...question.given };
    if (/[^\x21-\x7e]/.test(echo.identifier ?? '')) delete echo.identifier;
    return answer(echo, answers[question.verb](repository, question.given, question));
  } catch (error) {
    if (!(error instanceof OaiError)) throw error;
    return answer(
      error.code === 'badArgument' ? {} : echo,
      element('error', { code: error.code }, error.message),
    );
  }
}

type Answer = (repository: Repository, given: Record<string, string>, question: Question) => Element;

const answers: Record<Question['verb'], Answer> = {
  Identify: ({ name, url, adminEmail, earliest }) =>
    element(
      'Identify',
      {},
      element('repositoryName', {}, name),
      element('baseURL', {}, url),
      element('protocolVersion', {}, '2.0'),
      element('adminEmail', {}, adminEmail),
      element('earliestDatestamp', {}, toSecond(earliest)),
      element('deletedRecord', {}, 'persistent'),
      element('granularity', {}, 'YYYY-MM-DDThh:mm:ssZ'),
    ),

  ListMetadataFormats: (repository, { identifier }) => {
    if (identifier !== undefined) find(repository, identifier);
    return element(
      'ListMetadataFormats',
      {},
      ...formats.map(({ prefix, schema, namespace }) =>
        element(
          'metadataFormat',
          {},
          element('metadataPrefix', {}, prefix),
          element('schema', {}, schema),
          element('metadataNamespace', {}, namespace),
        ),
      ),
    );
  },

  ListSets: (repository, { resumptionToken }) => {
    if (resumptionToken !== undefined) throw noToken();
    const sets = setsOf(repository);
    if (sets.length === 0) throw new OaiError('noSetHierarchy', 'Nothing is published yet.');
    return element(
      'ListSets',
      {},
      ...sets.map(({ spec, name }) =>
        element('set', {}, element('setSpec', {}, spec), element('setName', {}, name)),
      ),
    );
  },

  GetRecord: (repository, { identifier, metadataPrefix }) => {
    const item = find(repository, identifier!);
    return element('GetRecord', {}, recordOf(item, formatOf(metadataPrefix!)));
  },

  ListIdentifiers: (repository, given, { verb }) => list(repository, given, verb, headerOf),
  ListRecords: (repository, given, { verb }) => list(repository, given, verb, recordOf),
};

function list(
  repository: Repository,
  given: Record<string, string>,
  verb: Question['verb'],
  write: (item: Item, format: Format) => Element,
): Element {
  const asked = resumed(given.resumptionToken, verb) ?? {
    verb: verb as Resumption['verb'],
    prefix: given.metadataPrefix!,
    set: given.set ?? '',
    from: given.from ?? '',
    until: given.until ?? '',
    after: '',
    cursor: 0,
  };
  const format = formatOf(asked.prefix);
  const matching = itemsOf(repository).filter((item) => fits(item, asked));
  const left = matching.filter((item) => positionOf(item) > asked.after);
  const page = left.slice(0, aPage);
  if (page.length === 0) {
    if (given.resumptionToken !== undefined) throw noToken();
    throw new OaiError('noRecordsMatch', 'Nothing changed in this time in this set.');
  }
  const more = left.length > aPage;
  const next = more
    ? tokenOf({ ...asked, after: positionOf(page.at(-1)!), cursor: asked.cursor + aPage })
    : '';
  // The last page of several ends with an empty token; a list on one page has none.
  const token = element(
    'resumptionToken',
    {
      completeListSize: String(Math.max(matching.length, asked.cursor + left.length)),
      cursor: String(asked.cursor),
    },
    next,
  );
  const several = more || asked.cursor > 0;
  return element(verb, {}, ...page.map((item) => write(item, format)), several && token);
}

function resumed(token: string | undefined, verb: string): Resumption | null {
  if (token === undefined) return null;
  const resumption = readToken(token);
  if (!resumption || resumption.verb !== verb) throw noToken();
  return resumption;
}

/** A day means all of it. */
const fits = ({ datestamp, sets }: Item, { from, until, set }: Resumption) =>
  (!set || sets.includes(set)) &&
  (!from || datestamp >= from) &&
  (!until || datestamp <= (until.length === 10 ? `${until}T23:59:59Z` : until));

function find(repository: Repository, identifier: string): Item {
  const item = itemsOf(repository).find(({ id }) => id === identifier);
  if (!item) throw new OaiError('idDoesNotExist', 'There is no record with this identifier.');
  return item;
}

function formatOf(prefix: string): Format {
  const format = formats.find((one) => one.prefix === prefix);
  if (!format)
    throw new OaiError(
      'cannotDisseminateFormat',
      `Ask for ${formats.map((one) => one.prefix).join(' or ')}.`,
    );
  return format;
}

const headerOf = ({ id, datestamp, sets, deleted }: Item): Element =>
  element(
    'header',
    { status: deleted && 'deleted' },
    element('identifier', {}, id),
    element('datestamp', {}, datestamp),
    ...sets.map((spec) => element('setSpec', {}, spec)),
  );

const recordOf = (item: Item, format: Format): Element =>
  element('record', {}, headerOf(item), !item.deleted && element('metadata', {}, format.write(item)));

const noToken = () =>
  new OaiError('badResumptionToken', 'This token is not one of ours, or its list has ended.');
