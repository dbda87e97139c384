import type { OddMutant } from './oddity.ts';
import { asks, reads } from './tampering.ts';

/** Mutants of the oddities of `routes/changes.ts` and `routes/below.ts`. */
export const changeMutants: Readonly<Record<string, readonly OddMutant[]>> = {
  'known-by-name': [
    {
      name: 'put-keeps-no-note',
      fault: 'PUT /keys/{keyId} does not keep the note',
      kills: ['keys/lifecycle', 'keys/race/put'],
      put: reads('PUT', /^\/keys\//, (key: { readonly note?: unknown }) => {
        const { note, ...others } = key;
        return typeof note === 'string' && note.length <= 100 ? others : key;
      }),
    },
  ],
  'put-creates': [
    {
      name: 'put-keeps-a-note',
      fault: 'PUT /settings/{key} keeps the note of the setting that it replaces',
      kills: ['settings/replace'],
      put: (() => {
        const notes = new Map<string, unknown>();
        return (request, response, next) => {
          const { json } = response;
          if (request.method === 'GET' && request.path !== '/settings')
            response.json = (setting: { readonly note?: unknown }) =>
              json.call(response, { ...setting, ...(notes.has(request.path) && { note: notes.get(request.path) }) });
          if (request.method !== 'GET')
            response.json = (setting: { readonly note?: unknown }) => {
              if (setting.note !== undefined) notes.set(request.path, setting.note);
              return json.call(response, setting);
            };
          next();
        };
      })(),
    },
    {
      name: 'refused-settings-stay',
      fault: 'PUT /settings/{key} refuses a value that is no text, and keeps it as text',
      kills: ['settings/failed-write/create'],
      put: (() => {
        const kept = new Set<string>();
        return (request, response, next) => {
          if (request.method === 'DELETE' || request.method === 'POST') kept.delete(request.path);
          if (request.method === 'GET' && kept.has(request.path))
            return void response.json({ key: request.path.slice('/settings/'.length), value: '1' });
          const { status } = response;
          if (request.method === 'PUT')
            response.status = (code) => {
              if (code === 400) kept.add(request.path);
              else kept.delete(request.path);
              return status.call(response, code);
            };
          next();
        };
      })(),
    },
  ],
  'below-a-parent': (['reviews', 'screenings'] as const).map((list): OddMutant => ({
    name: `${list}-skip-one`,
    fault: `GET /films/{filmId}/${list} leaves out what stands first on its second page`,
    kills: [`list-${list}/paging`],
    put: asks(new RegExp(`^/films/[^/]+/${list}$`), ({ offset, ...others }) =>
      offset === '2' ? { ...others, offset: '3' } : { ...others, ...(offset && { offset }) },
    ),
  })),
};
