import { describe, expect, it } from 'vitest';
import { applied, type Reply } from '../../bench/strength/apply.ts';
import { casesFor } from '../../bench/strength/cases.ts';
import type { Mutation } from '../../bench/strength/mutation.ts';
import { mutationsOf } from '../../bench/strength/mutations.ts';
import { contract } from '../contract.ts';

const shop = async () => {
  const made = await contract(`
      /books:
        get:
          operationId: listBooks
          parameters: [{ name: language, in: query, schema: { type: string } }]
          responses:
            '200':
              description: Books
              headers: { X-Total: { required: true, schema: { type: integer } } }
              content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Book' } } } }
        post:
          operationId: createBook
          requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } } }
          responses: { '201': { description: Made }, '422': { description: No } }
      components:
        schemas:
          Book:
            type: object
            required: [title]
            additionalProperties: false
            properties:
              title: { type: string, maxLength: 80 }
              language: { type: string, enum: [en, de] }
              born: { type: string, format: date }
              secret: { type: string, writeOnly: true }
    `);
  return made.model();
};

const json = (value: unknown, status = 200): Reply => ({
  status,
  headers: { 'content-type': 'application/json', 'x-total': '1' },
  body: Buffer.from(JSON.stringify(value)),
});

const bodyOf = (mutation: Mutation, value: unknown) => {
  const reply = applied(mutation, json(value));
  return reply && (JSON.parse(String(reply.body)) as unknown);
};

describe('mutations', () => {
  it('are derived from what an operation promises, each kind once', async () => {
    const { contract: promised } = await shop();
    const made = mutationsOf('GET /books', promised, ['language']);
    expect(made.map(({ kind, place }) => `${kind} ${place}`.trim())).toEqual([
      'list emptied',
      'last item missing',
      'type changed /0',
      'null put in /0',
      'surprise in a closed object /0',
      'required member dropped /0/title',
      'out of bounds /0/title',
      'value altered /0/title',
      'outside its enum /0/language',
      'format broken /0/born',
      'writeOnly member leaked /0/secret',
      'body dropped',
      'media type changed',
      'required header dropped X-Total',
      'status swapped 200',
      'answered with 500',
      'refusal made a 500',
      'refusal made a success',
      'query parameter ignored language',
    ]);
  });

  it('make exactly one thing wrong', async () => {
    const { contract: promised } = await shop();
    const made = new Map(mutationsOf('GET /books', promised, []).map((one) => [one.kind, one]));
    const books = [{ title: 'Dune', language: 'en' }, { title: 'Emma' }];
    expect(bodyOf(made.get('required member dropped')!, books)).toEqual([
      { language: 'en' },
      { title: 'Emma' },
    ]);
    expect(bodyOf(made.get('last item missing')!, books)).toEqual([books[0]]);
    expect(bodyOf(made.get('writeOnly member leaked')!, books)).toMatchObject([
      { secret: 'leaked' },
      books[1],
    ]);
    expect(bodyOf(made.get('value altered')!, books)).toMatchObject([{ title: 'Dune altered' }, books[1]]);
    expect(applied(made.get('required header dropped')!, json(books))?.headers).toEqual({
      'content-type': 'application/json',
    });
  });

  it('are not put in where there is no place for them', async () => {
    const { contract: promised } = await shop();
    const made = new Map(mutationsOf('GET /books', promised, []).map((one) => [one.kind, one]));
    expect(bodyOf(made.get('required member dropped')!, [])).toBeUndefined();
    expect(applied(made.get('answered with 500')!, json({}, 404))).toBeUndefined();
    expect(applied(made.get('refusal made a 500')!, json({}, 404))?.status).toBe(500);
  });

  it('are looked at by the cases that ask for such an answer', async () => {
    const model = await shop();
    const mutation = (of: Mutation['of']) => ({ ...mutationsOf('POST /books', model.contract, [])[0]!, of });
    expect(casesFor(mutation('success'), model)).toContain('create-book/happy');
    expect(casesFor(mutation('success'), model)).not.toContain('create-book/required/body/title');
    expect(casesFor(mutation('refusal'), model)).toContain('create-book/required/body');
  });
});
