import type { Request, Response } from 'express';
import { numberOf, refuse, takes, type Oddity } from '../oddity.ts';
import { Shelf } from '../shelf.ts';

/** A page of a list, by `limit` and `offset`. */
function page(all: readonly object[], { query }: Request, response: Response): void {
  const [limit, offset] = [numberOf(query['limit'] ?? '20'), numberOf(query['offset'] ?? '0')];
  const isGood = [limit, offset].every(Number.isInteger) && limit >= 1 && limit <= 50 && offset >= 0;
  if (!isGood || offset > 1_000_000) return refuse(response, 400);
  response.json(all.slice(offset, offset + limit));
}

/** Oddities of what hangs on something else. */
export const below: Readonly<Record<string, Oddity>> = {
  'below-a-parent': (router) => {
    const films = new Shelf<object>();
    const reviews = new Shelf<{ readonly filmId: number }>();
    const screenings = new Shelf<{ readonly filmId: number }>();
    const of = (shelf: Shelf<{ readonly filmId: number }>, filmId: unknown) =>
      [...shelf.things.values()].filter((one) => String(one.filmId) === filmId);
    const film = {
      type: 'object',
      required: ['title'],
      properties: { title: { type: 'string', minLength: 1, maxLength: 60 } },
    };
    const review = {
      type: 'object',
      required: ['text'],
      properties: { text: { type: 'string', minLength: 1, maxLength: 200 } },
    };
    const screening = {
      type: 'object',
      required: ['filmId', 'hall'],
      properties: { filmId: { type: 'integer' }, hall: { type: 'integer', minimum: 1, maximum: 9 } },
    };
    router.post(
      '/films',
      takes(film, (body: object, _request, response) => {
        const id = films.next();
        films.things.set(String(id), { ...body, id });
        response.status(201).json({ ...body, id });
      }),
    );
    router.get(
      '/films/:filmId',
      films.with('filmId', (kept, response) => void response.json(kept)),
    );
    router.delete('/films/:filmId', films.remove('filmId'));
    router.use('/films/:filmId/:what', ({ params: { filmId } }, response, next) =>
      films.things.has(filmId) ? next() : refuse(response, 404),
    );
    router.get('/films/:filmId/reviews', (request, response) =>
      page(
        of(reviews, request.params.filmId).map(({ filmId: _filmId, ...kept }) => kept),
        request,
        response,
      ),
    );
    router.post(
      '/films/:filmId/reviews',
      takes(review, (body: object, request, response) => {
        const kept = { ...body, id: reviews.next() };
        reviews.things.set(String(kept.id), { ...kept, filmId: Number(request.params['filmId']) });
        response.status(201).json(kept);
      }),
    );
    router.get('/films/:filmId/screenings', (request, response) =>
      page(of(screenings, request.params.filmId), request, response),
    );
    router.post(
      '/screenings',
      takes(screening, (body: { readonly filmId: number }, _request, response) => {
        if (!films.things.has(String(body.filmId))) return refuse(response, 400);
        const kept = { ...body, id: screenings.next() };
        screenings.things.set(String(kept.id), kept);
        response.status(201).json(kept);
      }),
    );
    router.get(
      '/screenings/:screeningId',
      screenings.with('screeningId', (kept, response) => void response.json(kept)),
    );
  },
};
