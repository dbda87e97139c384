import { refuse, takes, type Oddity } from '../oddity.ts';
import { Shelf } from '../shelf.ts';
import type { Router } from 'express';

const text = { type: 'string', minLength: 1, maxLength: 60 };
const named = { type: 'object', required: ['name'], properties: { name: text } };

/** The whole name of a domain. */
const domain = { type: 'string', pattern: String.raw`^([a-z0-9-]+\.)+$` };

interface Kept {
  readonly id: number;
}

/** Oddities that no keyword of a contract tells: prose does, or what is left out. */
export const unsaid: Readonly<Record<string, Oddity>> = {
  'prose-prefix': (router) => {
    router.get('/cave', ({ headers: { authorization } }, response) => {
      if (authorization === 'Token sesame') response.json({ open: true });
      else refuse(response, 401);
    });
  },

  'silent-answers': (router) => {
    for (const path of ['/profiles', '/badges']) {
      const things = made(router, path, named);
      router.get(`${path}/:id`, ({ params: { id } }, response) => {
        const thing = things.things.get(id);
        if (thing === undefined && path === '/badges') response.status(204).end();
        else response.json(thing ?? null);
      });
      router.delete(`${path}/:id`, ({ params: { id } }, response) => {
        things.things.delete(id);
        response.status(204).end();
      });
    }
  },

  'undeclared-null': (router) => {
    const person = { ...named, properties: { name: text, nickname: { ...text, maxLength: 20 } } };
    const people = made(router, '/people', person);
    router.get('/people', (_request, response) => void response.json([...people.things.values()]));
    router.get('/people/:id', people.with('id', (one, response) => void response.json(one)));
    router.delete('/people/:id', people.remove('id'));
  },

  zones: (router) => {
    const ttl = { type: 'integer', minimum: 60, maximum: 86400 };
    const zones = made(router, '/zones', { ...named, properties: { name: domain, ttl } });
    router.get('/zones/:id', zones.with('id', (one, response) => void response.json(one)));
    router.delete('/zones/:id', zones.remove('id'));
    router.get('/resolve', ({ query: { zone } }, response) => {
      if (typeof zone === 'string' && new RegExp(domain.pattern).test(zone)) response.json({ address: '127.0.0.1' });
      else refuse(response, 400);
    });
  },
};

/** The route that makes things, and where they are. */
function made(router: Router, path: string, schema: object): Shelf<Kept> {
  const things = new Shelf<Kept>();
  router.post(path, takes(schema, (body: object, _request, response) => {
    const thing = { ...body, id: things.next() };
    things.things.set(String(thing.id), thing);
    response.status(201).json(thing);
  }));
  return things;
}
