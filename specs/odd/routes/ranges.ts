import { judge, refuse, takes, type Oddity } from '../oddity.ts';

const age = { type: 'integer', minimum: 0, maximum: 120 };
const moment = { type: 'string', format: 'date-time' };
const date = { type: 'string', format: 'date' };

const slot = {
  type: 'object',
  required: ['start', 'end', 'min_age', 'max_age'],
  properties: {
    start: moment,
    end: moment,
    min_age: age,
    max_age: age,
    valid_from: date,
    valid_to: date,
  },
};

interface Slot {
  readonly start: string;
  readonly end: string;
  readonly min_age: number;
  readonly max_age: number;
  readonly valid_from?: string;
  readonly valid_to?: string;
}

const isDate = judge(date);

/** Ends of a range must be in order, and must not meet. */
export const ranges: Readonly<Record<string, Oddity>> = {
  ranges: (router) => {
    router.post('/slots', takes(slot, (body: Slot, _request, response) => {
      const { start, end, min_age, max_age, valid_from = '', valid_to = '~' } = body;
      const isInOrder = Date.parse(start) < Date.parse(end) && min_age < max_age && valid_from < valid_to;
      if (isInOrder) response.json(body);
      else refuse(response, 400);
    }));
    router.get('/free', ({ query: { start_date: start, end_date: end } }, response) => {
      if (isDate(start) && isDate(end) && String(start) < String(end)) response.json([]);
      else refuse(response, 400);
    });
  },
};
