import type { OddMutant } from './oddity.ts';
import { asks, reads } from './tampering.ts';

/** Mutants of the oddities that are about what one request says. */
export const requestMutants: Readonly<Record<string, readonly OddMutant[]>> = {
  'authorization-header': [
    {
      name: 'vaults-open-for-everybody',
      fault: 'POST /vaults takes whatever stands in the header Authorization, and takes it as well where there is none',
      kills: ['open-vault/auth/*'],
      put: ({ headers, path }, _response, next) => {
        if (path === '/vaults') headers.authorization = 'Bearer sesame';
        next();
      },
    },
    {
      name: 'doors-need-no-key',
      fault: 'GET /doors opens without the header Authorization, which it requires',
      kills: ['open-door/auth/none'],
      put: ({ headers, path }, _response, next) => {
        if (path === '/doors') headers.authorization ??= 'sesame';
        next();
      },
    },
  ],
  'deep-object': [
    {
      name: 'colours-of-any-text',
      fault: 'GET /things takes a colour whose green is no number',
      kills: ['find-things/type/query/color/g/*'],
      put: asks(/^\/things$/, ({ g, ...rest }) => (g === undefined || Number.isNaN(Number(g)) ? rest : { ...rest, g })),
    },
  ],
  'content-parameter': [
    {
      name: 'values-of-any-type',
      fault: 'GET /search takes values that are numbers',
      kills: ['search/type/query/where/values/0/integer'],
      put: asks(/^\/search$/, ({ where, ...rest }) => ({ ...rest, where: where?.replace('[42]', '["42"]') })),
    },
  ],
  inheritance: [
    {
      name: 'dogs-need-not-tell-whether-they-bark',
      fault: 'POST /pets takes a Dog without barks, which it requires',
      kills: ['create-pet/required/body/Dog/barks', 'create-pet/shape/body/petType/another-kind'],
      put: reads('POST', /^\/pets$/, (pet: { readonly petType?: unknown }) =>
        pet.petType === 'dog' && !Object.hasOwn(pet, 'barks') ? { ...pet, barks: true } : pet,
      ),
    },
  ],
  'errors-alone': [
    {
      name: 'wells-are-a-crash',
      fault: 'GET /wells answers 500',
      kills: ['list-wells/happy*', 'list-wells/syntax*', 'list-wells/type/*', 'list-wells/bounds/*'],
      put: ({ method, path }, response, next) => {
        if (method === 'GET' && path === '/wells') response.status(500).end();
        else next();
      },
    },
    {
      name: 'the-best-well-is-kept-secret',
      fault: 'GET /wells/best answers 403, which it does not declare, to a good request',
      kills: ['get-best-well/happy'],
      put: ({ path }, response, next) => {
        if (path === '/wells/best') response.status(403).json({ message: 'No.' });
        else next();
      },
    },
    {
      name: 'the-count-is-a-text',
      fault: 'GET /wells/count answers a text where its default promises an integer',
      kills: ['count-wells/happy'],
      put: ({ method, path }, response, next) => {
        if (method === 'GET' && path === '/wells/count') response.json('one');
        else next();
      },
    },
  ],
  'search-by-get': [
    {
      name: 'nothing-is-searched-for',
      fault: 'GET /stars/search takes a request without a body, which is required',
      kills: ['search-stars/required/body', 'search-stars/required/body/empty'],
      put: (request, _response, next) => {
        if (request.method === 'GET' && Number(request.headers['content-length'] ?? 0) === 0) {
          const set = (_read: unknown) => {}; // what is read is not kept
          Object.defineProperty(request, 'body', { get: () => ({ name: 'Vega' }), set });
        }
        next();
      },
    },
    {
      name: 'names-of-any-length',
      fault: 'GET /stars/search takes a name of any length',
      kills: ['search-stars/bounds/body/name/*'],
      put: reads('GET', /^\/stars\/search$/, (body: { readonly name?: unknown }) =>
        typeof body.name === 'string' ? { ...body, name: 'Vega' } : body,
      ),
    },
  ],
  'ignored-bodies': [
    {
      name: 'bodies-are-a-crash',
      fault: 'GET /moons/search answers 500 where it gets a body',
      kills: ['search-moons/happy*', 'search-moons/syntax*'],
      put: ({ headers, method }, response, next) => {
        if (method !== 'GET' || headers['content-length'] === undefined) next();
        else response.status(500).end();
      },
    },
  ],
  'known-headers': [
    {
      name: 'ranges-are-a-crash',
      fault: 'GET /film answers 500 where the first byte is asked for',
      kills: ['stream-film/happy*', 'stream-film/syntax*'],
      put: ({ headers }, response, next) => {
        if (headers.range === 'bytes=0-0') response.status(500).end();
        else next();
      },
    },
    {
      name: 'parts-without-a-range',
      fault: 'GET /film answers 206 without the header Content-Range, which it promises',
      kills: ['stream-film/happy*', 'stream-film/syntax*'],
      put: (_request, response, next) => {
        const { set } = response;
        response.set = ((name: never, value: never) =>
          name === 'Content-Range' ? response : set.call(response, name, value)) as typeof response.set;
        next();
      },
    },
    {
      name: 'news-in-any-language',
      fault: 'GET /news answers without the header Accept-Language, which it requires',
      kills: ['read-news/required/header/Accept-Language'],
      put: ({ headers }, _response, next) => {
        headers['accept-language'] ??= 'en';
        next();
      },
    },
  ],
};
