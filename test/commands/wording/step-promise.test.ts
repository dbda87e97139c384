import { expect, it } from 'vitest';
import { stepPromise } from '../../../src/commands/wording/step-promise.ts';
import type { Call, Step, TestModel } from '../../../src/model/model.ts';
import { bookshop } from '../../emitters/model.ts';

const call: Call = { operation: 'get-book', method: 'GET', path: '/books/{id}', as: 'user' };
const status = { codes: [200] } as const;
const before = { kind: 'part', of: 'saved', in: 'body', name: ['before'], pointer: '' } as const;
const words = (step: Partial<Step>) => {
  const model: TestModel = { ...bookshop, contract: { operations: {}, securitySchemes: {}, $defs: {} } };
  return stepPromise({ call, expect: { status }, ...step }, 'GET /books/{id}', model);
};

it.each<readonly [string, Partial<Step>]>([
  ['200', {}],
  [
    '200; it contains { "state": "done" }',
    { expect: { status, containing: { kind: 'literal', json: { state: 'done' } } } },
  ],
  ['200; it says what it said before', { expect: { status, containing: before } }],
  [
    '200; it contains what was sent',
    { expect: { status, containing: { kind: 'example', name: ['new', 'book'] } } },
  ],
  [
    '200; the header X-Total meets the schema { "type": "number", "minimum": 1 }',
    {
      expect: {
        status,
        checks: [{ kind: 'meets', of: 'header', header: 'X-Total', schema: { type: 'number', minimum: 1 } }],
      },
    },
  ],
  ['200; it has /id, which later steps speak of', { expect: { status, having: ['/id'] } }],
  [
    '200: it is made for the steps that follow; it has /id, which later steps speak of',
    { makes: { having: ['/id'] } },
  ],
  [
    '200; it is sent 2 times at once, and the others answer 409',
    { atOnce: { times: 2, others: { codes: [409] } } },
  ],
  [
    '200; while it is not so after 202 or 5XX, it is asked again 3 times at most, 0.5 s later each',
    { until: { times: 3, seconds: 0.5, on: [202, '5XX'] } },
  ],
  ['200; while it is not so, it is asked again once', { until: { times: 1, seconds: 0 } }],
  ['200; it is asked for one page after the other', { walk: { items: '' } }],
])('a step promises: %s', (expected, step) => expect(words(step)).toBe(expected));
