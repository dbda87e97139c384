import { describe, expect, it } from 'vitest';
import { happy } from '../../src/rules/happy.ts';
import { contract } from '../contract.ts';

/** The fixture of a book, as `GET /books/{bookId}` needs one. */
async function fixtureOf(create: string, id = 'integer') {
  const api = await contract(`
    ${create}
    /books/{bookId}:
      get:
        parameters: [{ name: bookId, in: path, required: true, schema: { type: ${id} } }]
        responses: { '200': { description: Book } }
  `);
  api.drafts(happy);
  return api.subject.requests.fixtures[0];
}

const posting = (answer: string) => `/books:
      post: { responses: { '201': { description: Made, ${answer} } } }`;
const id = `content: { application/json: { schema: { properties: { id: { type: integer } } } } }`;
const location = `headers: { location: { schema: { type: string } } }`;

describe('a fixture', () => {
  it('asks for the status and the identity alone', async () => {
    const fixture = await fixtureOf(posting(id));
    expect(fixture?.expect).toEqual({ status: { codes: [201] }, having: ['/id'] });
    expect(fixture?.value).toBeUndefined();
  });

  it('is where the Location leads, if the body does not say it', async () => {
    const where = { kind: 'part', of: 'saved', in: 'location', name: ['created'] };
    expect(await fixtureOf(posting(location))).toMatchObject({
      expect: { status: { codes: [201] } },
      save: ['created'],
      value: { ...where, path: '/books/{bookId}', pointer: '', type: 'integer' },
    });
    expect((await fixtureOf(posting(location), 'string'))?.value).not.toHaveProperty('type');
  });

  it('is told by its body rather than by its Location', async () => {
    expect((await fixtureOf(posting(`${id}, ${location}`)))?.expect.having).toEqual(['/id']);
  });

  it('is none where neither says what it is', async () => {
    expect(await fixtureOf(posting('content: {}'))).toBeUndefined();
  });

  it('is removed by what its Location says', async () => {
    const api = await contract(`
      ${posting(location).replaceAll('\n', '\n  ')}
      /books/{bookId}:
        delete:
          parameters: [{ name: bookId, in: path, required: true, schema: { type: integer } }]
          responses: { '204': { description: Gone } }
    `);
    expect(api.model().contract.operations['POST /books']?.cleanup).toEqual({
      method: 'DELETE',
      path: '/books/{bookId}',
      parameters: { bookId: { from: 'location', path: '/books/{bookId}', name: 'bookId' } },
    });
  });
});
