import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../output/temporary-folder.ts';
import { useCli } from './cli.ts';

const cli = useCli();

const contract = `openapi: 3.1.0
info: { title: Books, version: '1' }
security: [{ bearer: [] }]
paths:
  /books:
    post:
      operationId: createBook
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [title]
              properties:
                title: { type: string, minLength: 1, examples: [Dune] }
      responses:
        '201':
          description: Added
          content: { application/json: { schema: { type: object, properties: { id: { type: integer } } } } }
        '422': { description: Wrong }
  /books/{bookId}:
    get:
      operationId: getBook
      parameters: [{ name: bookId, in: path, required: true, schema: { type: integer } }]
      responses: { '200': { description: The book }, '404': { description: None } }
components:
  securitySchemes: { bearer: { type: http, scheme: bearer } }
`;

function project(): string {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'openapi.yaml'), contract);
  return folder;
}

const explain = (...parameters: readonly string[]) => cli.run(project(), ['explain', ...parameters]);

describe('itc explain', () => {
  it('tells of a row: rule, source, place, request, promise, cells', async () => {
    const { code, out, err } = await explain('create-book/bounds/body/title/too-short', 'openapi.yaml');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('POST /books answers 422 for a field out of bounds: title is shorter than 1');
    expect(out).toContain('A value just outside a bound is refused');
    expect(out).toContain('(rule out-of-bounds; JSON Schema 2020-12 Validation');
    expect(out).toContain('contract: the contract itself says so.');
    expect(out).toContain('  openapi.yaml:16:40\n');
    expect(out).toContain('> 16 |                 title: { type: string, minLength: 1');
    expect(out).toContain('-H "authorization: Bearer ${TOKEN}"');
    expect(out).toContain('"title": ""');
    expect(out).toContain('answers 422');
    expect(out).toMatch(/Row\n {2}field: "title"\n {2}value: ""/);
    expect(out).toContain('skip: [{ case: "create-book/bounds/body/title/too-short", reason: … }]');
  });

  it('tells what a case needs, with its calls', async () => {
    const { out } = await explain('get-book/happy', 'openapi.yaml');
    expect(out).toContain('"${BASE_URL}/books/${BOOK_ID}"');
    expect(out).toContain('A book, created by POST /books.');
    expect(out).toContain('curl -X POST "${BASE_URL}/books"');
    expect(out).toContain('$BOOK_ID: of the book that is created first');
    expect(out).toContain('$TOKEN: ');
  });

  it('tells each step of a story', async () => {
    const { out } = await explain('books/lifecycle', 'openapi.yaml');
    expect(out).toContain('Step 1\ncurl -X POST');
    expect(out).toContain('Step 2\ncurl -X GET "${BASE_URL}/books/${CREATED_ID}"');
  });

  it('lists the cases that an id begins', async () => {
    const { code, out } = await explain('create-book/required', 'openapi.yaml');
    expect(code).toBe(0);
    expect(out.split('\n').filter((line) => line.startsWith('create-book/required/')).length).toBeGreaterThan(
      1,
    );
  });

  it('suggests the nearest id', async () => {
    const { code, out, err } = await explain('create-bok/happy', 'openapi.yaml');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('There is no case create-bok/happy. Did you mean create-book/happy?');
  });

  it('takes the spec as a flag, and from itc.yaml', async () => {
    expect((await explain('create-book/happy', '--spec', 'openapi.yaml')).code).toBe(0);
    const folder = project();
    writeFileSync(path.join(folder, 'itc.yaml'), 'specs: [{ spec: openapi.yaml }]\n');
    expect((await cli.run(folder, ['explain', 'create-book/happy'])).out).toContain(
      'POST /books creates a book',
    );
  });
});
