import type { Response } from 'express';
import { numberOf, refuse, takes, type Oddity } from '../oddity.ts';
import { Shelf } from '../shelf.ts';

const text = { type: 'string', minLength: 1 };

const answer = (thing: object, response: Response) => void response.json(thing);

/** Oddities of things that are created, read and removed. */
export const lives: Readonly<Record<string, Oddity>> = {
  'many-files': (router) => {
    const plants = new Shelf<object>();
    const plant = {
      $defs: {
        plant: {
          type: 'object',
          required: ['name'],
          properties: { name: { ...text, maxLength: 40 }, bed: { $ref: '#/$defs/bed' } },
        },
        bed: {
          type: 'object',
          required: ['number'],
          properties: {
            number: { type: 'integer', minimum: 1, maximum: 50 },
            neighbours: { type: 'array', maxItems: 4, items: { $ref: '#/$defs/plant' } },
          },
        },
      },
      $ref: '#/$defs/plant',
    };
    router.get(
      '/plants',
      (_request, response) => void response.json([...plants.things.values()].toReversed()),
    );
    router.post(
      '/plants',
      takes(plant, (body: object, _request, response) => {
        const id = plants.next();
        plants.things.set(String(id), { ...body, id });
        response.status(201).json({ ...body, id });
      }),
    );
    router.get('/plants/:plantId', plants.with('plantId', answer));
    router.delete('/plants/:plantId', plants.remove('plantId'));
  },

  'map-by-id': (router) => {
    const lamps = new Shelf<object>();
    const lamp = {
      type: 'object',
      required: ['watts'],
      properties: { watts: { type: 'integer', minimum: 1, maximum: 100 }, room: text },
    };
    router.get('/lamps', (_request, response) => void response.json(Object.fromEntries(lamps.things)));
    router.post(
      '/lamps',
      takes(lamp, (body: object, _request, response) => {
        const name = `-${String(lamps.next()).padStart(8, 'L')}`;
        lamps.things.set(name, body);
        response.status(201).json({ name });
      }),
    );
    router.get('/lamps/:lampId', lamps.with('lampId', answer));
    router.delete('/lamps/:lampId', lamps.remove('lampId'));
  },

  envelope: (router) => {
    const articles = new Shelf<object>();
    const enveloped = {
      type: 'object',
      required: ['article'],
      properties: {
        article: {
          type: 'object',
          required: ['title', 'text'],
          properties: { title: { ...text, maxLength: 80 }, text: { type: 'string' } },
        },
      },
    };
    router.get('/articles', (_request, response) => {
      const all = [...articles.things.values()].toReversed();
      response.json({ articles: all, articlesCount: all.length });
    });
    router.post(
      '/articles',
      takes(enveloped, ({ article }: { article: { title: string } }, _request, response) => {
        const slug = `${article.title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-${articles.next()}`;
        articles.things.set(slug, { ...article, slug });
        response.status(201).json({ article: { ...article, slug } });
      }),
    );
    router.get(
      '/articles/:slug',
      articles.with('slug', (article, response) => void response.json({ article })),
    );
    router.put(
      '/articles/:slug',
      takes(enveloped, ({ article }: { article: object }, request, response) => {
        const slug = String(request.params['slug']);
        if (!articles.things.has(slug)) return refuse(response, 404);
        articles.things.set(slug, { ...article, slug });
        response.json({ article: { ...article, slug } });
      }),
    );
    router.delete('/articles/:slug', articles.remove('slug'));
  },

  'wrapped-list': (router) => {
    const tickets = new Shelf<{ readonly id: number }>();
    const ticket = {
      type: 'object',
      required: ['subject'],
      properties: { subject: { ...text, maxLength: 60 } },
    };
    router.use('/:tenant', ({ params: { tenant } }, response, next) =>
      tenant === 'acme' ? next() : refuse(response, 404),
    );
    router.get('/:tenant/tickets', (_request, response) => {
      const data = [...tickets.things.values()].toReversed();
      response.json({ data, meta: { ids: data.map(({ id }) => String(id)) } });
    });
    router.post(
      '/:tenant/tickets',
      takes(ticket, (body: object, _request, response) => {
        const data = { ...body, id: tickets.next() };
        tickets.things.set(String(data.id), data);
        response.status(201).json({ data });
      }),
    );
    router.get(
      '/:tenant/tickets/:id',
      tickets.with('id', (data, response) => void response.json({ data })),
    );
    router.delete(
      '/:tenant/tickets/:id',
      tickets.with('id', (data, response) => {
        tickets.things.delete(String(data.id));
        response.json({ data });
      }),
    );
  },

  'put-creates': (router) => {
    const settings = new Shelf<object>();
    const properties = { value: { type: 'string' }, note: { type: 'string' } };
    router.get('/settings', (_request, response) => void response.json([...settings.things.values()]));
    router.get('/settings/:key', settings.with('key', answer));
    router.put(
      '/settings/:key',
      takes({ type: 'object', required: ['value'], properties }, (body: object, request, response) => {
        const key = String(request.params['key']);
        if (!/^[a-z][a-z0-9-]{1,30}$/.test(key)) return refuse(response, 400);
        response.status(settings.things.has(key) ? 200 : 201);
        settings.things.set(key, { ...body, key });
        response.json({ ...body, key });
      }),
    );
    router.post(
      '/settings/:key',
      takes({ type: 'object', minProperties: 1, properties }, (body: object, request, response) => {
        const key = String(request.params['key']);
        const setting = settings.things.get(key);
        if (!setting) return refuse(response, 404);
        settings.things.set(key, { ...setting, ...body, key });
        response.json(settings.things.get(key));
      }),
    );
    router.delete('/settings/:key', settings.remove('key'));
  },

  singleton: (router) => {
    const houses = new Shelf<object>();
    const alarms = new Map<string, object>();
    let configuration: object = { theme: 'light' };
    const theme = { type: 'object', required: ['theme'], properties: { theme: { enum: ['light', 'dark'] } } };
    router.get('/configuration', (_request, response) => void response.json(configuration));
    router.put(
      '/configuration',
      takes(theme, (body: object, _request, response) => {
        configuration = body;
        response.json(body);
      }),
    );
    router.post(
      '/houses',
      takes(
        { type: 'object', required: ['street'], properties: { street: text } },
        (body: object, _request, response) => {
          const id = houses.next();
          houses.things.set(String(id), { ...body, id });
          response.status(201).json({ ...body, id });
        },
      ),
    );
    router.get('/houses/:houseId', houses.with('houseId', answer));
    router.delete('/houses/:houseId', houses.remove('houseId'));
    const code = {
      type: 'object',
      required: ['code'],
      properties: { code: { type: 'string', pattern: '^[0-9]{4}$' } },
    };
    router.use('/houses/:houseId/alarm', (request, response, next) => {
      const { houseId } = request.params;
      return numberOf(houseId) > 0 && houses.things.has(houseId) ? next() : refuse(response, 404);
    });
    router.get('/houses/:houseId/alarm', ({ params: { houseId } }, response) => {
      const alarm = alarms.get(houseId);
      return alarm ? answer(alarm, response) : refuse(response, 404);
    });
    router.put(
      '/houses/:houseId/alarm',
      takes(code, (body: object, request, response) => {
        const id = String(request.params['houseId']);
        response.status(alarms.has(id) ? 200 : 201).json(body);
        alarms.set(id, body);
      }),
    );
    router.delete('/houses/:houseId/alarm', ({ params: { houseId } }, response) =>
      alarms.delete(houseId) ? void response.status(204).end() : refuse(response, 404),
    );
  },
};
