import { refuse, type OddMutant } from './oddity.ts';
import { answers, reads } from './tampering.ts';

interface Kept {
  readonly id: number;
}

/** Answers for what is not there as if it were. */
const madeUp = (path: string): OddMutant['put'] => (request, response, next) => {
  if (request.method === 'GET' && request.path === `${path}/2147483646`)
    response.json({ id: 2147483646, name: 'x', label: 'x' });
  else next();
};

/** A list that keeps whatever it once had. */
const neverForgets = (path: RegExp): OddMutant['put'] => {
  const seen = new Map<unknown, Kept>();
  return answers('GET', path, (list: readonly Kept[] | object) => {
    if (!Array.isArray(list)) return list;
    for (const one of list as readonly Kept[]) seen.set(one.id, one);
    return [...seen.values()];
  });
};

/** Mutants of the oddities that stand for traps which real services set. */
export const trapMutants: Readonly<Record<string, readonly OddMutant[]>> = {
  'late-lists': [
    {
      name: 'deleted-events-stay-listed',
      fault: 'GET /events still has the events that are deleted, however long one waits',
      kills: ['events/lifecycle'],
      put: neverForgets(/^\/events$/),
    },
    {
      name: 'entries-are-never-listed',
      fault: 'GET /entries lacks what is made, however long one waits',
      kills: ['list-entries/paging'],
      put: answers('GET', /^\/entries$/, (list: readonly Kept[] | object) => (Array.isArray(list) ? [] : list)),
    },
  ],
  'named-sets': [
    {
      name: 'sets-as-they-were-made',
      fault: 'GET /sets?sort=name has the sets in the order in which they were made',
      kills: ['list-sets/sorting/query/sort/name'],
      put: answers('GET', /^\/sets$/, (list: readonly Kept[] | object) =>
        Array.isArray(list) ? (list as readonly Kept[]).toSorted((one, other) => one.id - other.id) : list,
      ),
    },
  ],
  decimals: [
    {
      name: 'prices-in-text-are-refused',
      fault: 'POST /bills refuses a price in text',
      kills: ['write-bill/happy/body/price/2'],
      put: reads('POST', /^\/bills$/, (bill: { readonly price?: unknown }) =>
        typeof bill?.price === 'string' ? {} : bill,
      ),
    },
  ],
  ranges: [
    {
      name: 'free-on-one-day-alone',
      fault: 'GET /free refuses a range whose end is not its start',
      kills: ['list-free-slots/happy', 'list-free-slots/syntax/header/accept'],
      put: ({ query: { start_date, end_date } }, response, next) => {
        if (start_date !== end_date && typeof end_date === 'string' && end_date < '9') refuse(response, 400);
        else next();
      },
    },
  ],
  'undeclared-null': [
    {
      name: 'nicknames-are-null',
      fault: 'whoever has no nickname is answered with null for one, which the contract does not allow',
      kills: ['create-person/happy', 'create-person/happy/body/name/*', 'get-person/happy', 'get-person/syntax/header/accept', 'people/lifecycle'],
      put: (_request, response, next) => {
        const { json } = response;
        const filled = (person: object) => ('id' in person ? { nickname: null, ...person } : person);
        response.json = (body: object) => json.call(response, Array.isArray(body) ? body.map(filled) : filled(body));
        next();
      },
    },
  ],
  'prose-prefix': [
    {
      name: 'any-key-opens',
      fault: 'GET /cave looks at no key that somebody has',
      kills: ['open-cave/auth/malformed', 'open-cave/auth/expired'],
      put: ({ headers }, _response, next) => {
        if (headers.authorization !== undefined) headers.authorization = 'Token sesame';
        next();
      },
    },
  ],
  'silent-answers': [
    {
      name: 'deleted-profiles-stay',
      fault: 'DELETE /profiles/{profileId} answers 204 and deletes nothing',
      kills: ['profiles/lifecycle'],
      put: (request, response, next) => {
        if (request.method === 'DELETE' && request.path.startsWith('/profiles')) response.status(204).end();
        else next();
      },
    },
    {
      name: 'unknown-badges-are-made-up',
      fault: 'GET /badges/{badgeId} answers a badge that nobody has made',
      kills: ['get-badge/not-found/path/badgeId'],
      put: madeUp('/badges'),
    },
  ],
  zones: [
    {
      name: 'dots-are-lost',
      fault: 'POST /zones keeps the name without the dot at its end',
      kills: ['zones/lifecycle', 'zones/lifecycle/maximal'],
      put: answers('GET', /^\/zones\/\d+$/, (zone: { readonly name?: string }) =>
        zone.name === undefined ? zone : { ...zone, name: zone.name.replace(/\.$/, '') },
      ),
    },
  ],
  envelope: [
    {
      name: 'updates-are-not-kept',
      fault: 'PUT /articles/{slug} answers what it was sent and keeps what it had',
      kills: ['articles/lifecycle'],
      put: (() => {
        const first = new Map<string, unknown>();
        return answers('GET', /^\/articles\/.+/, (said: { readonly article?: { readonly slug: string } }) => {
          if (said.article === undefined) return said;
          if (!first.has(said.article.slug)) first.set(said.article.slug, said);
          return first.get(said.article.slug);
        });
      })(),
    },
    {
      name: 'envelope-is-missing',
      fault: 'GET /articles/{slug} answers the article without the envelope around it',
      kills: [
        'get-article/happy',
        'get-article/syntax/header/accept',
        'articles/lifecycle*',
        'articles/replace/idempotent',
        'articles/failed-write/put',
        'articles/race/put',
      ],
      put: answers('GET', /^\/articles\/.+/, (said: { readonly article?: object }) => said.article ?? said),
    },
  ],
  'map-by-id': [
    {
      name: 'rooms-are-lost',
      fault: 'POST /lamps does not keep the room',
      kills: ['lamps/lifecycle/maximal'],
      put: reads('POST', /^\/lamps$/, (lamp: { readonly room?: unknown }) => {
        if (typeof lamp.room !== 'string' || lamp.room === '') return lamp;
        const { room: _, ...rest } = lamp;
        return rest;
      }),
    },
  ],
  'hidden-things': [
    {
      name: 'unknown-boxes-are-made-up',
      fault: 'GET /boxes/{boxId} answers a box that nobody has made',
      kills: ['get-box/not-found/path/boxId'],
      put: madeUp('/boxes'),
    },
    {
      name: 'boxes-stay',
      fault: 'DELETE /boxes/{boxId} answers 204 and deletes nothing',
      kills: ['boxes/lifecycle'],
      put: (() => {
        const gone = new Set<string>();
        return (request, response, next) => {
          if (request.method !== 'DELETE' || /\D|^0|^2147483646$/.test(request.path.split('/').at(-1)!)) return next();
          if (gone.has(request.path)) return void response.status(403).json({ message: 'Refused with 403.' });
          gone.add(request.path);
          response.status(204).end();
        };
      })(),
    },
  ],
  'ids-of-two-kinds': [
    {
      name: 'crates-are-sealed-as-text',
      fault: 'POST /crates/{crateId}/seal answers a text that says whether it is sealed',
      kills: ['seal-crate/happy*'],
      put: answers('POST', /^\/crates\/\d+\/seal$/, (crate: { readonly sealed?: boolean }) =>
        crate.sealed === undefined ? crate : { ...crate, sealed: 'yes' },
      ),
    },
    {
      name: 'ids-are-text-where-they-are-made',
      fault: 'POST /crates answers the id as text',
      kills: ['create-crate/happy*', 'crates/lifecycle', 'crates/lifecycle/maximal'],
      put: answers('POST', /^\/crates$/, (crate: { readonly id?: number }) =>
        crate.id === undefined ? crate : { ...crate, id: String(crate.id) },
      ),
    },
  ],
  'documented-everywhere': [
    {
      name: 'documented-500',
      fault: 'GET /lamp answers the 500 that it documents',
      kills: ['read-lamp/happy*', 'read-lamp/value*', 'read-lamp/syntax*'],
      put: (request, response, next) => {
        if (request.method === 'GET' && request.path === '/lamp') response.status(500).json({ message: 'Refused with 500.' });
        else next();
      },
    },
    {
      name: 'unknown-units-are-taken',
      fault: 'GET /lamp takes any unit',
      kills: ['read-lamp/value*'],
      put: (request, response, next) => {
        if (request.method === 'GET' && request.path === '/lamp') response.json({ power: 7 });
        else next();
      },
    },
  ],
};
