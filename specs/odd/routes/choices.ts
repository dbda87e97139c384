import express from 'express';
import { judge, refuse, takes, type Oddity } from '../oddity.ts';

const count = (maximum: number, minimum = 0) => ({ type: 'integer', minimum, maximum });
const found = judge({
  type: 'object',
  properties: {
    sort: { enum: ['time', 'price'] },
    currency: { enum: ['EUR', 'GBP'] },
    adults: count(9, 1),
    rooms: count(9, 1),
    seats: count(9, 1),
    bags: count(9),
    minStops: count(3),
    maxStops: count(3),
  },
});

/** What is sent, with whole numbers where they can be read; a list where a name comes twice. */
const queryOf = (query: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(query).map(([name, value]) => [
      name,
      name !== 'number' && name !== 'route' && /^\d+$/.test(String(value)) ? Number(value) : value,
    ]),
  );

/** Oddities of parameters and media types among which a caller chooses. */
export const choices: Readonly<Record<string, Oddity>> = {
  'dependent-parameters': (router) => {
    router.get('/flights', ({ query, headers }, response) => {
      const { number, route, sort, currency, adults, rooms, seats = 0, bags = 0 } = queryOf(query);
      const isKept =
        (number === undefined) !== (route === undefined) &&
        (sort !== 'price' || currency !== undefined) &&
        (adults === undefined) === (rooms === undefined) &&
        Number(seats) + Number(bags) <= 9;
      if (!found(queryOf(query)) || !isKept) refuse(response, 400);
      else if (headers.accept === 'text/csv') response.type('text/csv').send('number\nKL1001\n');
      else response.json(['KL1001']);
    });
    const watch = {
      type: 'object',
      required: ['route'],
      properties: {
        route: { type: 'string', pattern: '^[A-Z]{3}-[A-Z]{3}$' },
        note: { type: 'string', maxLength: 20 },
      },
    };
    router.post(
      '/flights',
      express.urlencoded(),
      takes(watch, (_body, _request, response) => void response.status(204).end()),
    );
  },
};
