import express from 'express';
import { judge, numberOf, refuse, takes, type Oddity } from '../oddity.ts';
import { Shelf } from '../shelf.ts';

const text = { type: 'string', minLength: 1, maxLength: 60 };

const labelled = {
  type: 'object',
  required: ['label'],
  properties: { label: { type: 'string', minLength: 1, maxLength: 40 } },
};

interface Card {
  readonly id: number;
  readonly slug: string;
  readonly title: string;
  readonly text?: string;
}

/** Oddities of what is kept from one request to the next. */
export const states: Readonly<Record<string, Oddity>> = {
  'wrong-parent': (router) => {
    const shelves = new Shelf<object>();
    const boxes = new Shelf<{ readonly id: number; readonly shelf: string }>();
    router.post(
      '/shelves',
      takes(labelled, (body: { label: string }, _request, response) => {
        const shelf = { id: shelves.next(), label: body.label };
        shelves.things.set(String(shelf.id), shelf);
        response.status(201).json(shelf);
      }),
    );
    router.get(
      '/shelves/:shelfId',
      shelves.with('shelfId', (shelf, response) => void response.json(shelf)),
    );
    router.delete(
      '/shelves/:shelfId',
      shelves.with('shelfId', (_shelf, response, request) => {
        const { shelfId } = request.params;
        if ([...boxes.things.values()].some(({ shelf }) => shelf === shelfId)) return refuse(response, 409);
        shelves.things.delete(String(shelfId));
        response.status(204).end();
      }),
    );
    router.use('/shelves/:shelfId/boxes', ({ params: { shelfId } }, response, next) =>
      shelves.things.has(shelfId) ? next() : refuse(response, 404),
    );
    router.post(
      '/shelves/:shelfId/boxes',
      takes(labelled, (body: { label: string }, request, response) => {
        const shelf = String(request.params['shelfId']);
        const box = { id: boxes.next(), label: body.label };
        boxes.things.set(String(box.id), { ...box, shelf });
        response
          .status(201)
          .location(`http://inside.example:8080/v1/shelves/${shelf}/boxes/${box.id}`)
          .json(box);
      }),
    );
    router.use('/shelves/:shelfId/boxes/:boxId', ({ params: { shelfId, boxId } }, response, next) =>
      boxes.things.get(boxId)?.shelf === shelfId ? next() : refuse(response, 404),
    );
    router.get(
      '/shelves/:shelfId/boxes/:boxId',
      boxes.with('boxId', ({ shelf: _shelf, ...box }, response) => void response.json(box)),
    );
    router.delete('/shelves/:shelfId/boxes/:boxId', boxes.remove('boxId'));
  },

  'repeated-key': (router) => {
    const payments = new Shelf<object>();
    const byKey = new Map<string, object>();
    const isKey = judge({ type: 'string', format: 'uuid' });
    const payment = {
      type: 'object',
      required: ['cents'],
      properties: { cents: { type: 'integer', minimum: 1, maximum: 100_000 } },
    };
    router.post(
      '/payments',
      takes(payment, (body: { cents: number }, request, response) => {
        const key = request.get('Idempotency-Key');
        if (key !== undefined && !isKey(key)) return refuse(response, 400);
        const known = key === undefined ? undefined : byKey.get(key);
        if (known !== undefined) return void response.json(known);
        const paid = { id: payments.next(), cents: body.cents };
        payments.things.set(String(paid.id), paid);
        if (key !== undefined) byKey.set(key, paid);
        response.status(201).json(paid);
      }),
    );
    router.get(
      '/payments/:paymentId',
      payments.with('paymentId', (paid, response) => void response.json(paid)),
    );
  },

  'json-patch': (router) => {
    const cards = new Shelf<Card>();
    const properties = { title: text, text };
    const card = { type: 'object', required: ['title'], properties };
    const merges = judge({ type: 'object', minProperties: 1, properties });
    const operates = judge({
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['op', 'path', 'value'],
        properties: { op: { enum: ['add', 'replace'] }, path: { enum: ['/title', '/text'] }, value: text },
      },
    });
    const keep = (changes: object, id: number): Card => {
      const { title, text: inside } = { ...cards.things.get(String(id)), ...changes } as Card;
      const slug = title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
      const kept = { id, slug, title, ...(inside !== undefined && { text: inside }) };
      cards.things.set(String(id), kept);
      return kept;
    };
    router.post(
      '/cards',
      takes(card, (body, _request, response) => void response.status(201).json(keep(body, cards.next()))),
    );
    router.get(
      '/cards/:cardId',
      cards.with('cardId', (kept, response) => void response.json(kept)),
    );
    router.use('/cards/:cardId', ({ params: { cardId } }, response, next) =>
      cards.things.has(cardId) ? next() : refuse(response, 404),
    );
    router.put(
      '/cards/:cardId',
      takes(card, (body, request, response) => {
        response.json(keep(body, numberOf(request.params['cardId'])));
      }),
    );
    const media = ['application/json-patch+json', 'application/merge-patch+json'];
    router.patch('/cards/:cardId', express.json({ strict: false, type: media }), (request, response) => {
      const { body, params } = request as { body: unknown; params: { cardId: string } };
      const isOperations = request.is(media[0]!) !== false;
      if (request.is(media) === false) return refuse(response, 400);
      if (!(isOperations ? operates(body) : merges(body))) return refuse(response, 400);
      const changes = isOperations
        ? (body as readonly { path: string; value: string }[]).map(({ path, value }) => [path.slice(1), value])
        : Object.entries(body as object);
      response.json(keep(Object.fromEntries(changes), numberOf(params.cardId)));
    });
  },
};
