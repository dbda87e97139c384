import { numberOf, refuse, takes, type Oddity } from '../oddity.ts';
import { Shelf } from '../shelf.ts';

const text = { type: 'string', minLength: 1 };

/** Oddities of how things are named, listed and deleted. */
export const keeping: Readonly<Record<string, Oddity>> = {
  location: (router) => {
    const notes = new Shelf<{ readonly id: number }>();
    const note = {
      type: 'object',
      required: ['text'],
      properties: { text: { ...text, maxLength: 200 }, colour: { enum: ['yellow', 'green'] } },
    };
    router.get('/notes', (request, response) => {
      const before = request.query['created_before'];
      if (before !== undefined && Number.isNaN(Date.parse(String(before)))) return refuse(response, 400);
      response.json([...notes.things.values()]);
    });
    router.post(
      '/notes',
      takes(note, (body: object, _request, response) => {
        const id = notes.next();
        notes.things.set(String(id), { ...body, id });
        response.status(201).location(`/notes/${id}`).end();
      }),
    );
    router.get(
      '/notes/:noteId',
      notes.with('noteId', (thing, response) => void response.json(thing)),
    );
    router.put(
      '/notes/:noteId',
      takes(note, (body: object, request, response) => {
        const { noteId } = request.params;
        if (!notes.things.has(String(noteId))) return refuse(response, 404);
        notes.things.set(String(noteId), { ...body, id: Number(noteId) });
        response.status(204).end();
      }),
    );
    router.delete('/notes/:noteId', notes.remove('noteId'));
  },

  'soft-deletion': (router) => {
    const bookings = new Shelf<object>();
    const booking = {
      type: 'object',
      required: ['guest'],
      properties: { guest: { ...text, maxLength: 80 }, beds: { type: 'integer', minimum: 1, maximum: 4 } },
    };
    router.get('/bookings', (_request, response) => void response.json([...bookings.things.values()]));
    router.post(
      '/bookings',
      takes(booking, (body: object, _request, response) => {
        const id = bookings.next();
        bookings.things.set(String(id), { ...body, id, status: 'open' });
        response.status(201).json({ ...body, id, status: 'open' });
      }),
    );
    router.get(
      '/bookings/:bookingId',
      bookings.with('bookingId', (thing, response) => void response.json(thing)),
    );
    router.delete(
      '/bookings/:bookingId',
      bookings.with('bookingId', (thing, response, { params: { bookingId } }) => {
        bookings.things.set(String(bookingId), { ...thing, status: 'cancelled' });
        response.status(204).end();
      }),
    );
  },

  'unique-numbers': (router) => {
    const rooms = new Shelf<{ readonly number: number }>();
    const lockers = new Shelf<object>();
    const room = {
      type: 'object',
      required: ['number', 'seats'],
      properties: {
        number: { type: 'integer', minimum: 1, maximum: 2147483647 },
        seats: { type: 'integer', minimum: 1, maximum: 500 },
      },
    };
    router.post(
      '/rooms',
      takes(room, (body: { number: number }, _request, response) => {
        if ([...rooms.things.values()].some(({ number }) => number === body.number))
          return refuse(response, 409);
        const built = { ...body, id: rooms.next() };
        rooms.things.set(String(built.id), built);
        response.status(201).json(built);
      }),
    );
    router.get(
      '/rooms/:roomId',
      rooms.with('roomId', (thing, response) => void response.json(thing)),
    );
    router.get('/lockers', (_request, response) => void response.json([...lockers.things.values()]));
    router.get(
      '/lockers/:code',
      lockers.with('code', (thing, response) => void response.json(thing)),
    );
    router.put(
      '/lockers/:code',
      takes(
        { type: 'object', required: ['owner'], properties: { owner: text } },
        (body: object, { params: { code } }, response) => {
          const number = numberOf(code);
          if (!Number.isInteger(number) || number < 1000 || number > 2147483647) return refuse(response, 400);
          if (lockers.things.has(String(number))) return refuse(response, 409);
          lockers.things.set(String(number), { ...body, code: number });
          response.status(201).json({ ...body, code: number });
        },
      ),
    );
    router.delete('/lockers/:code', lockers.remove('code'));
  },

  drafts: (router) => {
    const posts = new Shelf<{ readonly status: string }>();
    const post = {
      type: 'object',
      required: ['title'],
      properties: { title: { ...text, maxLength: 80 }, body: { type: 'string' } },
    };
    router.get('/posts', ({ query: { status = 'published' } }, response) => {
      if (status !== 'published' && status !== 'draft') return refuse(response, 400);
      response.json([...posts.things.values()].filter((one) => one.status === status));
    });
    router.post(
      '/posts',
      takes(post, (body: object, _request, response) => {
        const draft = { ...body, id: posts.next(), status: 'draft' };
        posts.things.set(String(draft.id), draft);
        response.status(201).json(draft);
      }),
    );
    router.get(
      '/posts/:postId',
      posts.with('postId', (thing, response) => void response.json(thing)),
    );
    router.delete('/posts/:postId', posts.remove('postId'));
  },
};
