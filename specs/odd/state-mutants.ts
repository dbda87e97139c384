import type { OddMutant } from './oddity.ts';
import { reads } from './tampering.ts';

/** Mutants of the oddities of `routes/states.ts`. */
export const stateMutants: Readonly<Record<string, readonly OddMutant[]>> = {
  'wrong-parent': [
    {
      name: 'boxes-on-any-shelf',
      fault: 'GET /shelves/{shelfId}/boxes/{boxId} looks at the box alone',
      kills: ['shelves-boxes/hierarchy', 'get-box/*/path/shelfId*'],
      put: (() => {
        const shelfOf = new Map<unknown, string>();
        return (request, response, next) => {
          const [, shelf, box] = /^\/shelves\/([^/]+)\/boxes\/?(.*)$/.exec(request.path) ?? [];
          const { json } = response;
          if (shelf !== undefined && request.method === 'POST')
            response.json = (made: { readonly id?: number }) => {
              if (made.id !== undefined) shelfOf.set(String(made.id), shelf);
              return json.call(response, made);
            };
          const home = shelfOf.get(box);
          if (request.method === 'GET' && home !== undefined) request.url = `/shelves/${home}/boxes/${box}`;
          next();
        };
      })(),
    },
    {
      name: 'location-of-another-box',
      fault: 'POST /shelves/{shelfId}/boxes names a box in Location that is not there',
      kills: ['shelves-boxes/location'],
      put: (request, response, next) => {
        const { location } = response;
        if (request.method === 'POST')
          response.location = (url) => location.call(response, url.replace(/[^/]+$/, '999999'));
        next();
      },
    },
    {
      name: 'full-shelves-go',
      fault: 'DELETE /shelves/{shelfId} answers 204 where boxes stand on it, instead of 409',
      kills: ['shelves/conflict'],
      put: (request, response, next) => {
        const { status } = response;
        if (request.method === 'DELETE')
          response.status = (code) => status.call(response, code === 409 ? 204 : code);
        next();
      },
    },
  ],
  'repeated-key': [
    {
      name: 'keys-are-ignored',
      fault: 'POST /payments pays again where the same key comes twice',
      kills: ['payments/idempotency-key'],
      put: (request, _response, next) => {
        const key = request.get('Idempotency-Key');
        if (key !== undefined && /^[0-9a-f-]{36}$/.test(key)) delete request.headers['idempotency-key'];
        next();
      },
    },
  ],
  'json-patch': [
    {
      name: 'merge-patches-of-any-type',
      fault: 'PATCH /cards/{cardId} takes a title of any type in a merge patch',
      kills: ['patch-card/type/body/application/merge-patch+json/title/integer'],
      put: reads('PATCH', /^\/cards\//, (patch: Readonly<Record<string, unknown>>) =>
        typeof patch['title'] === 'number' ? { ...patch, title: String(patch['title']) } : patch,
      ),
    },
    {
      name: 'merge-patch-replaces',
      fault: 'PATCH /cards/{cardId} with a merge patch forgets the text that it does not name',
      kills: ['cards/patch/merge-patch'],
      put: reads('PATCH', /^\/cards\//, (patch: { readonly title?: unknown; readonly text?: unknown }) =>
        typeof patch === 'object' && !Array.isArray(patch) && typeof patch.title === 'string'
          ? { ...patch, text: patch.text }
          : patch,
      ),
    },
    {
      name: 'json-patch-changes-more',
      fault: 'PATCH /cards/{cardId} with a JSON Patch writes into the text what it writes into the title',
      kills: ['cards/patch'],
      put: reads('PATCH', /^\/cards\//, (patch: unknown) =>
        Array.isArray(patch) ? [...patch, ...patch.map((one: object) => ({ ...one, path: '/text' }))] : patch,
      ),
    },
  ],
};
