import type { OddMutant } from './oddity.ts';
import { answers, asks, reads } from './tampering.ts';
import { changeMutants } from './change-mutants.ts';
import { jobMutants } from './job-mutants.ts';
import { requestMutants } from './request-mutants.ts';
import { stateMutants } from './state-mutants.ts';
import { trapMutants } from './trap-mutants.ts';

/** Mutants of odd servers, by the name of the oddity. */
export const mutants: Readonly<Record<string, readonly OddMutant[]>> = {
  ...trapMutants,
  ...stateMutants,
  ...changeMutants,
  ...requestMutants,
  ...jobMutants,
  'dependent-parameters': [
    {
      name: 'both-at-once',
      fault: 'GET /flights takes a number and a route at once',
      kills: ['find-flights/dependency/OnlyOne(number,route)/several'],
      put: (request, response, next) => {
        if (request.query['number'] !== undefined && request.query['route'] !== undefined) response.json([]);
        else next();
      },
    },
    {
      name: 'price-in-any-currency',
      fault: 'GET /flights sorts by price without a currency',
      kills: ["find-flights/dependency/IFsort=='price'THENcurrency"],
      put: (request, response, next) => {
        if (request.query['sort'] === 'price' && request.query['currency'] === undefined) response.json([]);
        else next();
      },
    },
    {
      name: 'turned-stops-are-a-crash',
      fault: 'GET /flights answers minStops above maxStops with 500',
      kills: ['find-flights/dependency/query/minStops-maxStops'],
      put: (request, response, next) => {
        const { minStops, maxStops } = request.query;
        if (Number(minStops) > Number(maxStops)) response.status(500).end();
        else next();
      },
    },
    {
      name: 'no-forms',
      fault: 'POST /flights refuses a form, which it declares',
      kills: ['watch-flight/happy/body/application/x-www-form-urlencoded'],
      put: (request, response, next) => {
        if (request.is('application/x-www-form-urlencoded')) response.status(400).json({ message: 'No.' });
        else next();
      },
    },
    {
      name: 'csv-is-a-crash',
      fault: 'GET /flights answers 500 where CSV is asked for',
      kills: ['find-flights/happy/accept/text/csv'],
      put: (request, response, next) => {
        if (request.headers.accept === 'text/csv') response.status(500).end();
        else next();
      },
    },
  ],
  location: [
    {
      name: 'location-leads-nowhere',
      fault: 'POST /notes names another note in Location than the one that it made',
      kills: [
        'get-note/happy',
        'get-note/syntax*',
        'notes/failed-write/put',
        'notes/location',
        'notes/race/put',
        'notes/replace*',
        'replace-note/happy*',
        'delete-note/happy',
        'notes/lifecycle*',
      ],
      put: (request, response, next) => {
        const { location } = response;
        if (request.method === 'POST') response.location = () => location.call(response, '/notes/999999');
        next();
      },
    },
    {
      name: 'location-is-missing',
      fault: 'POST /notes answers 201 without a Location',
      kills: ['create-note/happy*', 'notes/lifecycle*'],
      put: (request, response, next) => {
        if (request.method === 'POST') response.location = () => response;
        next();
      },
    },
    {
      name: 'create-loses-the-colour',
      fault: 'POST /notes keeps the text alone',
      kills: ['notes/lifecycle/maximal'],
      put: reads('POST', /^\/notes$/, (note: { readonly colour?: unknown }) => {
        const { colour, ...rest } = note;
        return colour === 'yellow' || colour === 'green' ? rest : note;
      }),
    },
    {
      name: 'deleted-notes-stay-listed',
      fault: 'GET /notes still has the notes that are deleted',
      kills: ['notes/lifecycle'],
      put: (() => {
        const seen = new Map<unknown, unknown>();
        return answers('GET', /^\/notes$/, (notes: readonly { readonly id: number }[] | object) => {
          if (!Array.isArray(notes)) return notes;
          for (const note of notes) seen.set(note.id, note);
          return [...seen.values()];
        });
      })(),
    },
  ],
  singleton: [
    {
      name: 'configuration-is-not-kept',
      fault: 'PUT /configuration answers what it was sent and keeps what it had',
      kills: ['configuration/lifecycle/replaced'],
      put: answers('GET', /^\/configuration$/, () => ({ theme: 'light' })),
    },
  ],
  'soft-deletion': [
    {
      name: 'beds-are-text',
      fault: 'POST /bookings answers the number of beds as text',
      // The other cases need a booking, and whatever else its answer says: they go on.
      kills: ['create-booking/happy/maximal', 'create-booking/happy/body/beds/*', 'bookings/lifecycle/maximal'],
      put: answers('POST', /^\/bookings$/, (booking: { readonly beds?: number }) => ({
        ...booking,
        ...(booking.beds !== undefined && { beds: String(booking.beds) }),
      })),
    },
  ],
  'cookie-session': [
    {
      name: 'log-out-does-nothing',
      fault: 'POST /log-out answers 204, and the session goes on',
      kills: ['*/auth/expired', 'log-in/log-in'],
      put: (request, response, next) => {
        if (request.method === 'POST' && request.path === '/log-out' && /sid=[0-9a-f]{8}-/.test(request.headers.cookie ?? '')) response.status(204).end();
        else next();
      },
    },
  ],
  'word-before-token': [
    {
      name: 'tokens-outlive-the-log-out',
      fault: 'POST /log-out answers 204, and the token of whoever is called Walden goes on',
      kills: ['log-in/log-in'],
      put: (() => {
        const names = new Map<string, string>();
        const wordless = (header = '') => header.replace('Token ', '');
        const watch: OddMutant['put'] = (request, response, next) => {
          const { json } = response;
          response.json = (body: { readonly token?: string }) => {
            if (body.token !== undefined) names.set(body.token, (request.body as { readonly name: string }).name);
            return json.call(response, body);
          };
          const name = names.get(wordless(request.headers.authorization)) ?? '';
          if (request.path === '/log-out' && name.startsWith('Walden')) response.status(204).end();
          else next();
        };
        return watch;
      })(),
    },
    {
      name: 'new-members-are-strangers',
      fault: 'POST /log-in refuses whoever is called Walden',
      kills: ['log-in/log-in'],
      put: reads('POST', /^\/log-in$/, (member: { readonly name?: string }) =>
        member.name?.startsWith('Walden') ? { ...member, name: 'nobody' } : member),
    },
  ],
  'two-scopes': [
    {
      name: 'strangers-delete-memos',
      fault: 'DELETE /memos/{memoId} answers a stranger with 204 instead of 404',
      kills: ['memos/ownership'],
      put: (request, response, next) => {
        const { status } = response;
        if (request.method === 'DELETE' && /\/[1-9]\d{0,4}$/.test(request.path))
          response.status = (code) => status.call(response, code === 404 ? 204 : code);
        next();
      },
    },
    {
      name: 'readers-write',
      fault: 'POST /memos takes any scope instead of answering 403',
      kills: ['create-memo/auth/lesser-role'],
      put: (request, response, next) => {
        const { status } = response;
        if (request.method === 'POST' && request.path === '/memos')
          response.status = (code) => status.call(response, code === 403 ? 201 : code);
        next();
      },
    },
  ],
  'numbered-pages': [
    {
      name: 'page-two-is-page-three',
      fault: 'GET /stamps?page=2 has what page 3 is to have',
      kills: ['list-stamps/paging'],
      put: asks(/^\/stamps$/, (query) => (query['page'] === '2' ? { ...query, page: '3' } : query)),
    },
    {
      name: 'page-size-is-ten',
      fault: 'GET /stamps has ten stamps on a page, however many are asked for',
      kills: ['list-stamps/paging'],
      put: asks(/^\/stamps$/, (query) => (query['per_page'] === '5' ? { ...query, per_page: '10' } : query)),
    },
    {
      name: 'colour-is-not-kept',
      fault: 'GET /stamps?colour=red has blue stamps, too',
      kills: ['list-stamps/filtering/query/colour'],
      put: asks(/^\/stamps$/, (query) =>
        query['colour'] === 'red' ? { ...query, colour: undefined } : query,
      ),
    },
    {
      name: 'motif-is-not-kept',
      fault: 'GET /stamps?motif=… is not looked at, and has stamps of any motif',
      kills: ['list-stamps/filtering/query/motif'],
      put: asks(/^\/stamps$/, (query) => ({ ...query, motif: undefined })),
    },
    {
      name: 'used-finds-none',
      fault: 'GET /stamps?is_used=false has no stamps at all',
      kills: ['list-stamps/filtering/query/is_used'],
      put: asks(/^\/stamps$/, (query) =>
        query['is_used'] === 'false' ? { ...query, catalogue: 'none' } : query,
      ),
    },
    {
      name: 'years-are-not-kept',
      fault: 'GET /stamps?year_from=… is not looked at',
      kills: ['list-stamps/filtering/query/year_from'],
      put: asks(/^\/stamps$/, (query) =>
        /^(19|20)\d\d$/.test(query['year_from'] ?? '') ? { ...query, year_from: undefined } : query,
      ),
    },
    {
      name: 'always-ascending',
      fault: 'GET /stamps?sort_by=year&order=desc has the oldest first',
      kills: ['list-stamps/sorting/query/sort_by/*'],
      put: asks(/^\/stamps$/, (query) => (query['order'] === 'desc' ? { ...query, order: 'asc' } : query)),
    },
    {
      name: 'sorted-by-nothing',
      fault: 'GET /stamps?sort_by=year is not sorted',
      kills: ['list-stamps/sorting/query/sort_by/year'],
      put: asks(/^\/stamps$/, (query) =>
        query['sort_by'] === 'year' ? { ...query, sort_by: undefined } : query,
      ),
    },
    {
      name: 'search-finds-nothing',
      fault: 'GET /stamps?search=… finds nothing',
      kills: ['list-stamps/search/query/search'],
      put: asks(/^\/stamps$/, (query) =>
        query['search'] === undefined ? query : { ...query, search: 'no stamp has it' },
      ),
    },
    {
      name: 'search-finds-everything',
      fault: 'GET /stamps?search=… is not looked at',
      kills: ['list-stamps/search/query/search/nonsense'],
      put: asks(/^\/stamps$/, (query) => ({ ...query, search: undefined })),
    },
  ],
  'page-tokens': [
    {
      name: 'token-skips-one',
      fault: 'GET /jars leaves out the first jar of each page but the first',
      kills: ['list-jars/paging'],
      put: (request, response, next) => {
        const { json } = response;
        if (request.path === '/jars' && request.query['pageToken'] !== undefined)
          response.json = (page: { readonly jars?: readonly unknown[] }) =>
            json.call(response, page.jars ? { ...page, jars: page.jars.slice(1) } : page);
        next();
      },
    },
    {
      name: 'content-is-not-kept',
      fault: 'GET /jars?content=honey has jam, too',
      kills: ['list-jars/filtering/query/content'],
      put: asks(/^\/jars$/, (query) =>
        query['content'] === 'honey' ? { ...query, content: undefined } : query,
      ),
    },
  ],
  'linked-pages': [
    {
      name: 'no-link',
      fault: 'GET /birds has no link to the next page',
      kills: ['list-birds/paging/link'],
      put: (request, response, next) => {
        const { set } = response;
        if (request.path === '/birds')
          response.set = ((...header: readonly unknown[]) =>
            header[0] === 'Link' ? response : set.apply(response, header as never)) as typeof set;
        next();
      },
    },
    {
      name: 'limit-is-lost',
      fault: 'GET /birds has thirty birds on each page, however many are asked for',
      kills: ['list-birds/paging/link'],
      put: asks(/^\/birds$/, (query) => (query['limit'] === '2' ? { ...query, limit: '30' } : query)),
    },
  ],
  'after-the-last': [
    {
      name: 'after-is-not-looked-at',
      fault: 'GET /stones?starting_after=… begins at the beginning again',
      kills: ['list-stones/paging'],
      put: asks(/^\/stones$/, (query) => ({ ...query, starting_after: undefined })),
    },
    {
      name: 'after-has-the-last-again',
      fault: 'GET /stones?starting_after=… has the stone itself once more',
      kills: ['list-stones/paging'],
      put: (request, response, next) => {
        const { json } = response;
        const last = request.query['starting_after'];
        if (request.path === '/stones' && last !== undefined)
          response.json = (page: { readonly data?: readonly unknown[] }) =>
            json.call(
              response,
              page.data && page.data.length > 0
                ? { ...page, data: [{ grams: 1, id: last }, ...page.data.slice(0, -1)] }
                : page,
            );
        next();
      },
    },
  ],
};
