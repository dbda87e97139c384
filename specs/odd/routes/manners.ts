import { refuse, takes, type Oddity } from '../oddity.ts';
import { Shelf } from '../shelf.ts';

const label = { type: 'string', minLength: 1, maxLength: 40 };
const labelled = { type: 'object', required: ['label'], properties: { label } };

/** Oddities of how servers answer what others answer in another way. */
export const manners: Readonly<Record<string, Oddity>> = {
  'hidden-things': (router) => {
    const boxes = new Shelf<object>();
    router.post(
      '/boxes',
      takes(labelled, (body: object, _request, response) => {
        const id = boxes.next();
        boxes.things.set(String(id), { ...body, id });
        response.status(201).json({ ...body, id });
      }),
    );
    router.all('/boxes/:boxId', (request, response, next) => {
      if (boxes.things.has(request.params.boxId)) next();
      else refuse(response, 403);
    });
    router.get(
      '/boxes/:boxId',
      boxes.with('boxId', (box, response) => void response.json(box)),
    );
    router.delete('/boxes/:boxId', boxes.remove('boxId'));
  },

  'ids-of-two-kinds': (router) => {
    const crates = new Shelf<object>();
    router.get('/crates', (_request, response) => {
      response.json([...crates.things].map(([id, crate]) => ({ ...crate, id })));
    });
    router.post(
      '/crates',
      takes(labelled, (body: object, _request, response) => {
        const id = crates.next();
        crates.things.set(String(id), { ...body, id });
        response.status(201).json({ ...body, id });
      }),
    );
    router.get(
      '/crates/:crateId',
      crates.with('crateId', (crate, response) => void response.json(crate)),
    );
    router.delete('/crates/:crateId', crates.remove('crateId'));
    router.post(
      '/crates/:crateId/seal',
      crates.with('crateId', (crate, response) => void response.json({ ...crate, sealed: true })),
    );
  },

  'documented-everywhere': (router) => {
    router.get('/lamp', ({ query: { unit } }, response) => {
      if (unit === undefined || unit === 'watt' || unit === 'lumen') response.json({ power: 7 });
      else refuse(response, 400);
    });
    router.post(
      '/lamp/switch',
      takes(
        { type: 'object', required: ['on'], properties: { on: { type: 'boolean' } } },
        (_body: object, _request, response) => void response.status(204).end(),
      ),
    );
  },
};
