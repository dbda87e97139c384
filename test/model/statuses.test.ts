import { describe, expect, it } from 'vitest';
import { refusalOf, refusing, successOf } from '../../src/model/statuses.ts';
import { contract } from '../contract.ts';

const answering = async (...statuses: readonly string[]) => {
  const responses = statuses.map((status) => `'${status}': { description: Some }`).join(', ');
  return (await contract(`/books: { get: { operationId: list, responses: { ${responses} } } }`)).operation(
    'list',
  );
};

describe('refusalOf', () => {
  it.each([
    ['invalid', ['200', '400'], { status: { codes: [400] }, strength: 'contract' }],
    ['invalid', ['422', '400'], { status: { codes: [400, 422] }, strength: 'contract' }],
    ['invalid', ['401', '404', '4XX'], { status: { codes: ['4XX'] }, strength: 'contract' }],
    ['unauthenticated', ['403'], { status: { codes: [403] }, strength: 'contract' }],
    ['missing', ['410'], { status: { codes: [410] }, strength: 'contract' }],
    ['malformed-id', ['404'], { status: { codes: [404] }, strength: 'contract' }],
    ['missing', ['200', '403'], { status: { codes: [403, 404, 410] }, strength: 'convention' }],
    ['missing', ['403', '404'], { status: { codes: [404] }, strength: 'contract' }],
    [
      'malformed-id',
      ['200', '403'],
      { status: { codes: [400, 403, 404, 409, 415, 422] }, strength: 'convention' },
    ],
    [
      'missing',
      ['200', '204'],
      {
        status: { codes: [204, 404, 410] },
        strength: 'convention',
        checks: [{ kind: 'empty', pointer: '' }],
      },
    ],
    ['missing', ['204', '404'], { status: { codes: [404] }, strength: 'contract' }],
    ['unsupported', ['415', '400'], { status: { codes: [400, 415] }, strength: 'contract' }],
    [
      'missing',
      ['200', 'default'],
      { status: { codes: [404, 410], family: 'missing' }, strength: 'convention' },
    ],
    [
      'invalid',
      ['200', '404', '500'],
      { status: { codes: [400, 404, 409, 415, 422], family: 'invalid' }, strength: 'convention' },
    ],
  ] as const)('%s with %j', async (situation, statuses, promised) =>
    expect(refusalOf(await answering(...statuses), situation)).toEqual(promised),
  );
});

describe('successOf', () => {
  it.each([
    [['200', '201', '404'], [200, 201], 'contract'],
    [['204', '200'], [200, 204], 'contract'],
    [['2XX'], ['2XX'], 'contract'],
    [['302', '404'], [302], 'contract'],
    [['200', '304'], [200], 'contract'],
    [['default'], ['2XX'], 'contract'],
    [['404'], ['2XX', '3XX'], 'convention'],
    [['401', '501'], ['2XX', '3XX', 501], 'convention'],
    [['410', '405'], ['2XX', '3XX', 405, 410], 'convention'],
  ] as const)('%j', async (statuses, codes, strength) =>
    expect(successOf(await answering(...statuses))).toEqual({ status: { codes }, strength }),
  );
});

describe('refusing', () => {
  it('names the statuses, and no family of five', () => {
    expect(refusing({ codes: [422] }, 'without a body')).toBe('answers 422 without a body');
    expect(refusing({ codes: [401, 403], family: 'unauthenticated' }, 'without a credential')).toBe(
      'answers 401 or 403 without a credential',
    );
    expect(refusing({ codes: [400, 404, 409, 415, 422], family: 'invalid' }, 'without a body')).toBe(
      'refuses a request without a body',
    );
    expect(refusing({ codes: ['4XX'] }, 'without a body')).toBe('refuses a request without a body');
  });
});
