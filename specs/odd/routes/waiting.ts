import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Router } from 'express';
import { integersOf, refuse, takes, type Oddity } from '../oddity.ts';
import { Shelf } from '../shelf.ts';

const textOf = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength });

interface Kept {
  readonly id: number;
}

/** Milliseconds until a list knows of a change. */
const lateness = 300;

/** Oddities of time: of what is right only later, of waiting, and of what ends soon. */
export const waiting: Readonly<Record<string, Oddity>> = {
  'late-lists': (router) => {
    const events = lateShelf(router, '/events');
    router.get('/events', (_request, response) => void response.json([...events.values()]));
    const entries = lateShelf(router, '/entries');
    router.get('/entries', ({ query: { limit = '20', offset = '0' } }, response) => {
      const [most = 0, first = -1] = integersOf([limit, offset]) ?? [];
      if (most < 1 || most > 50 || first < 0) return refuse(response, 400);
      response.json([...entries.values()].slice(first, first + most));
    });
  },

  'rate-limit': (router) => {
    const tasks = new Shelf<Kept>();
    router.use(limited(20));
    router.get('/tasks', (_request, response) => void response.json([...tasks.things.values()]));
    const task = { type: 'object', required: ['what'], properties: { what: textOf(60) } };
    router.post('/tasks', takes(task, (body: object, _request, response) => {
      const made = { ...body, id: tasks.next() };
      tasks.things.set(String(made.id), made);
      response.status(201).json(made);
    }));
    router.get('/tasks/:taskId', tasks.with('taskId', (one, response) => void response.json(one)));
    router.delete('/tasks/:taskId', tasks.remove('taskId'));
  },

  'short-tokens': (router) => {
    const pages = new Shelf<Kept>();
    const tokens = new Map<string, number>();
    const isYoung = (token: string) => Date.now() - (tokens.get(token) ?? 0) < 1000;
    const text = { type: 'string', minLength: 1 };
    const person = { type: 'object', required: ['username', 'password'], properties: { username: text, password: text } };
    router.post('/log-in', takes(person, async ({ username, password }: Readonly<Record<string, string>>, _request, response) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      if (username !== 'ada' || password !== 'sesame-1') return refuse(response, 401);
      const token = randomUUID();
      tokens.set(token, Date.now());
      response.json({ token });
    }));
    const inside: RequestHandler = (request, response, next) =>
      isYoung(tokenOf(request)) ? next() : refuse(response, 401);
    const page = { type: 'object', required: ['text'], properties: { text: textOf(60) } };
    router.post('/pages', inside, takes(page, (body: object, _request, response) => {
      const made = { ...body, id: pages.next() };
      pages.things.set(String(made.id), made);
      response.status(201).json(made);
    }));
    router.get('/pages/:pageId', inside, pages.with('pageId', (one, response) => void response.json(one)));
  },
};

/** Routes that make, read and remove things; what comes back is what a list knows of them. */
function lateShelf(router: Router, path: string): ReadonlyMap<number, Kept> {
  const things = new Shelf<Kept>();
  const known = new Map<number, Kept>();
  router.post(path, takes({ type: 'object', required: ['text'], properties: { text: textOf(60) } }, (body: object, _request, response) => {
    const made = { ...body, id: things.next() };
    things.things.set(String(made.id), made);
    setTimeout(() => known.set(made.id, made), lateness).unref();
    response.status(201).json(made);
  }));
  router.get(`${path}/:id`, things.with('id', (one, response) => void response.json(one)));
  router.delete(`${path}/:id`, things.with('id', ({ id }, response) => {
    things.things.delete(String(id));
    setTimeout(() => known.delete(id), lateness + 1).unref();
    response.status(204).end();
  }));
  return known;
}

/** Lets so many requests through in each second. */
function limited(most: number): RequestHandler {
  let [begun, count] = [0, 0];
  return (_request, response, next) => {
    if (Date.now() - begun >= 1000) [begun, count] = [Date.now(), 0];
    count += 1;
    if (count <= most) return next();
    response.set('Retry-After', '1');
    refuse(response, 429);
  };
}

const tokenOf = ({ headers }: Request) => /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
