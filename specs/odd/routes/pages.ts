import type { Request, Response } from 'express';
import { judge, numberOf, refuse, takes, type Oddity } from '../oddity.ts';
import { Shelf } from '../shelf.ts';

const text = { type: 'string', minLength: 1 };

const answer = (thing: object, response: Response) => void response.json(thing);

/** A text of the query; undefined where it is not sent. */
const asked = ({ query }: Request, name: string): string | undefined =>
  query[name] === undefined ? undefined : String(query[name]);

/** A whole number of the query within bounds; NaN where it is none. */
function number(request: Request, name: string, { least, most, otherwise }: Bounds): number {
  const sent = asked(request, name);
  if (sent === undefined) return otherwise;
  const value = numberOf(sent);
  return Number.isInteger(value) && value >= least && value <= most ? value : Number.NaN;
}

interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly otherwise: number;
}

/** Keeps what is sent under the next number, and answers it. */
function keeps<T extends object>(things: Shelf<T & { readonly id: number }>, schema: object) {
  return takes(schema, (body: T, _request, response) => {
    const thing = { ...body, id: things.next() };
    things.things.set(String(thing.id), thing);
    response.status(201).json(thing);
  });
}

interface Stamp {
  readonly motif: string;
  readonly colour: string;
  readonly year: number;
  readonly is_used: boolean;
  readonly id: number;
}

/** How long a search does not know a new thing, in milliseconds. */
const unknownFor = 60;

/** Oddities of lists that come in pages. */
export const pages: Readonly<Record<string, Oddity>> = {
  'numbered-pages': (router) => {
    const stamps = new Shelf<Stamp>();
    const madeAt = new Map<number, number>();
    const colour = { enum: ['red', 'blue'] };
    const year = { type: 'integer', minimum: 1840, maximum: 2100 };
    const isQuery = judge({
      type: 'object',
      properties: {
        page: { type: 'string', pattern: '^-?[0-9]+$' },
        per_page: { enum: ['5', '10', '50'] },
        colour,
        motif: text,
        is_used: { enum: ['true', 'false'] },
        catalogue: { type: 'string' },
        sort_by: { enum: ['year', 'motif', 'colour', 'popularity'] },
        order: { enum: ['asc', 'desc'] },
        search: text,
      },
    });
    router.get('/stamps', (request, response) => {
      const years = { least: 1840, most: 2100 };
      const from = number(request, 'year_from', { ...years, otherwise: 1840 });
      const to = number(request, 'year_to', { ...years, otherwise: 2100 });
      const page = number(request, 'page', { least: -Infinity, most: 1_000_000, otherwise: 1 });
      if (!isQuery({ ...request.query }) || Number.isNaN(from + to) || Number.isNaN(page))
        return refuse(response, 400);
      const wanted = (name: string) => asked(request, name)?.toLowerCase();
      const has = (value: string, part: string | undefined) =>
        part === undefined || value.toLowerCase().includes(part);
      const found = [...stamps.things.values()].filter(
        (stamp) =>
          [stamp.colour, undefined].includes(wanted('colour')) &&
          [String(stamp.is_used), undefined].includes(wanted('is_used')) &&
          has(stamp.motif, wanted('motif')) &&
          has(`MI-${stamp.id}`, wanted('catalogue')) &&
          has(stamp.motif, wanted('search')) &&
          (wanted('search') === undefined || Date.now() - madeAt.get(stamp.id)! > unknownFor) &&
          stamp.year >= from &&
          stamp.year <= to,
      );
      const by = wanted('sort_by') as keyof Stamp | undefined;
      const turn = wanted('order') === 'desc' ? -1 : 1;
      const sorted = found.toSorted((one, other) => {
        const [first, second] = [one, other].map((stamp) => (by === undefined ? 0 : (stamp[by] ?? 0)));
        return first === second ? 0 : turn * (first! < second! ? -1 : 1);
      });
      const size = Number(wanted('per_page') ?? 10);
      const results = sorted.slice((page - 1) * size, page * size);
      if (page < 1 || (page > 1 && results.length === 0)) return refuse(response, 404);
      response.json({ count: sorted.length, results });
    });
    router.post(
      '/stamps',
      takes(
        {
          type: 'object',
          required: ['motif', 'colour', 'year'],
          properties: { motif: { ...text, maxLength: 60 }, colour, year, is_used: { type: 'boolean' } },
        },
        (body: Omit<Stamp, 'id'>, _request, response) => {
          const id = stamps.next();
          const stamp = { ...body, is_used: body.is_used ?? false, id };
          stamps.things.set(String(id), stamp);
          madeAt.set(id, Date.now());
          response.status(201).json(stamp);
        },
      ),
    );
    router.get('/stamps/:stampId', stamps.with('stampId', answer));
    router.delete('/stamps/:stampId', stamps.remove('stampId'));
  },

  'page-tokens': (router) => {
    const jars = new Map<string, { readonly jarName: string; readonly content: string }>();
    const content = { enum: ['honey', 'jam'] };
    router.get('/jars', (request, response) => {
      const size = number(request, 'pageSize', { least: 1, most: 20, otherwise: 20 });
      const token = asked(request, 'pageToken');
      const wanted = asked(request, 'content');
      if (Number.isNaN(size) || (wanted !== undefined && !content.enum.includes(wanted)))
        return refuse(response, 400);
      if (token !== undefined && !token.startsWith('after-')) return refuse(response, 400);
      const after = token?.slice('after-'.length) ?? '';
      const names = [...jars.keys()].filter((name) => name > after).sort();
      // What is left out is counted: a page of jam may be empty, and more jam comes behind it.
      const page = names.slice(0, size).map((name) => jars.get(name)!);
      response.json({
        jars: page.filter((jar) => wanted === undefined || jar.content === wanted),
        nextPageToken: names.length > size ? `after-${page.at(-1)!.jarName}` : '',
      });
    });
    router.put(
      '/jars/:jarName',
      takes(
        { type: 'object', required: ['content'], properties: { content } },
        (body: { readonly content: string }, request, response) => {
          const jarName = String(request.params['jarName']);
          if (!/^[a-z][a-z0-9-]{1,30}$/.test(jarName)) return refuse(response, 400);
          response.status(jars.has(jarName) ? 200 : 201);
          jars.set(jarName, { jarName, content: body.content });
          response.json(jars.get(jarName));
        },
      ),
    );
    router.get('/jars/:jarName', ({ params: { jarName } }, response) => {
      const jar = jars.get(jarName);
      return jar ? void response.json(jar) : refuse(response, 404);
    });
    router.delete('/jars/:jarName', ({ params: { jarName } }, response) =>
      jars.delete(jarName) ? void response.status(204).end() : refuse(response, 404),
    );
  },

  'linked-pages': (router) => {
    const birds = new Shelf<{ readonly kind: string; readonly id: number }>();
    router.get('/birds', (request, response) => {
      const limit = number(request, 'limit', { least: 1, most: 30, otherwise: 30 });
      const before = number(request, 'before', { least: 1, most: Infinity, otherwise: Infinity });
      if (Number.isNaN(limit + before)) return refuse(response, 400);
      const older = [...birds.things.values()].toReversed().filter(({ id }) => id < before);
      const page = older.slice(0, limit);
      const link = (query: string, rel: string) => `<https://birds.example/api/birds?${query}>; rel="${rel}"`;
      const next = link(`limit=${limit}&before=${page.at(-1)?.id}`, 'next');
      response.set('Link', [link(`limit=${limit}`, 'first'), ...(older.length > limit ? [next] : [])].join(', '));
      response.json(page);
    });
    router.post(
      '/birds',
      keeps(birds, { type: 'object', required: ['kind'], properties: { kind: { ...text, maxLength: 40 } } }),
    );
    router.get('/birds/:birdId', birds.with('birdId', answer));
    router.delete('/birds/:birdId', birds.remove('birdId'));
  },

  'after-the-last': (router) => {
    const stones = new Shelf<{ readonly grams: number; readonly id: string }>();
    router.get('/stones', (request, response) => {
      const limit = number(request, 'limit', { least: 1, most: 10, otherwise: 10 });
      const after = asked(request, 'starting_after');
      if (Number.isNaN(limit)) return refuse(response, 400);
      const all = [...stones.things.values()].toReversed();
      const start = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1;
      const data = start === 0 && after !== undefined ? [] : all.slice(start, start + limit);
      response.json({ has_more: start + limit < all.length, data });
    });
    router.post(
      '/stones',
      takes(
        {
          type: 'object',
          required: ['grams'],
          properties: { grams: { type: 'integer', minimum: 1, maximum: 5000 } },
        },
        (body: { readonly grams: number }, _request, response) => {
          const id = `st_${stones.next()}`;
          stones.things.set(id, { ...body, id });
          response.status(201).json({ ...body, id });
        },
      ),
    );
    router.get('/stones/:id', stones.with('id', answer));
    router.delete('/stones/:id', stones.remove('id'));
    router.get('/quarries', (request, response) => {
      const page = number(request, 'page', { least: -Infinity, most: Infinity, otherwise: 0 });
      return Number.isNaN(page) ? refuse(response, 400) : void response.json(page === 0 ? [{ id: 1 }] : []);
    });
  },
};
