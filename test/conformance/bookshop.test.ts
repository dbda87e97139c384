import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pytest } from '../../emitters/pytest/index.ts';
import { bookshop } from '../../specs/apis.ts';
import type { Running } from '../../specs/service/listen.ts';
import { departures, prove } from './prove.ts';
import { suiteOf } from './suite-of.ts';

prove(bookshop);

describe('bookshop, the same database again and again', () => {
  const suite = suiteOf(bookshop, pytest);
  let running: Running;
  beforeAll(async () => {
    running = await bookshop.start();
  });
  afterAll(() => running.close());

  it.each([
    ['once', ['-p', 'no:randomly']],
    ['twice', ['-p', 'no:randomly']],
    ['by two workers at once', ['-p', 'no:randomly', '-n', '2']],
    ['in random order', ['-p', 'randomly']],
  ] as const)('passes %s', { timeout: 300_000 }, async (_, parameters) => {
    expect(departures(await suite.against(running.url, parameters))).toEqual([]);
  });
});
