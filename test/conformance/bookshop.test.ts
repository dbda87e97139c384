import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pytest } from '../../emitters/pytest/index.ts';
import { rspec } from '../../emitters/rspec/index.ts';
import { bookshop } from '../../specs/apis.ts';
import type { Running } from '../../specs/service/listen.ts';
import { departures, prove } from './prove.ts';
import { suiteOf } from './suite-of.ts';

prove(bookshop);

const ways = [
  {
    emitter: pytest,
    parameters: {
      once: ['-p', 'no:randomly'],
      twice: ['-p', 'no:randomly'],
      'by two workers at once': ['-p', 'no:randomly', '-n', '2'],
      'in random order': ['-p', 'randomly'],
    },
  },
  {
    emitter: rspec,
    parameters: {
      once: ['--order', 'defined'],
      twice: ['--order', 'defined'],
      'in random order': ['--order', 'random'],
    },
  },
];

describe.each(ways)(
  'bookshop, the same database again and again, $emitter.name',
  ({ emitter, parameters }) => {
    const suite = suiteOf(bookshop, emitter);
    let running: Running;
    beforeAll(async () => {
      running = await bookshop.start();
    });
    afterAll(() => running.close());

    it.each(Object.entries(parameters))('passes %s', { timeout: 300_000 }, async (_, given) => {
      expect(departures(await suite.against(running.url, given))).toEqual([]);
    });
  },
);
