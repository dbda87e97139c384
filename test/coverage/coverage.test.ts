import { describe, expect, it } from 'vitest';
import { compile, type CompileOptions } from '../../src/compile.ts';
import { coverageOf, type Covered } from '../../src/coverage/coverage.ts';
import { Report } from '../../src/diagnostics/report.ts';
import { parseSource } from '../../src/source/parse.ts';

const contract = `openapi: 3.1.0
info: { title: Library, version: '1' }
security: [{ key: [] }]
paths:
  /books:
    post:
      operationId: createBook
      parameters:
        - { name: dry, in: query, schema: { type: boolean } }
        - { name: cursor, in: query, schema: { type: string } }
      requestBody:
        required: true
        content:
          application/json: { schema: { $ref: '#/components/schemas/Book' } }
          application/xml: { schema: { $ref: '#/components/schemas/Book' } }
      responses:
        '201':
          description: Added.
          headers: { Location: { required: true, schema: { type: string } } }
          content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } }
        '422': { description: It breaks a rule. }
        '451': { description: Forbidden by law. }
        '503': { description: Closed. }
        default: { description: Whatever else. }
  /books/{bookId}:
    get:
      operationId: getBook
      parameters: [{ name: bookId, in: path, required: true, schema: { type: integer } }]
      responses:
        '200':
          description: The book.
          content: { application/json: { schema: { $ref: '#/components/schemas/Book' } } }
        '404': { description: There is no such book. }
components:
  securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }
  schemas:
    Book:
      type: object
      required: [id, title]
      properties:
        id: { type: integer, readOnly: true }
        title: { type: string, minLength: 0, maxLength: 80, examples: [Dune] }
        size:
          type: object
          propertyNames: { maxLength: 3 }
        colour: { type: string, format: colour }
`;

const anything: CompileOptions = {
  strength: 'convention',
  include: [],
  exclude: [],
  frontEnd: { allowOutside: false, allowNetwork: false, overlays: [] },
};

/** What became of each element of an operation, in words: `maxLength 80 of body.title: covered by …`. */
async function coverage(text: string, options: Partial<CompileOptions> = {}) {
  const report = new Report();
  const source = parseSource({ document: 'openapi.yaml', url: 'file:///c/openapi.yaml', text }, report)!;
  const { grounds } = await compile(source, { ...anything, ...options }, report);
  const { operations } = coverageOf({ ...grounds!, pending: new Set() });
  return (key: string) =>
    new Map(
      operations
        .find(({ operation }) => operation.key === key)!
        .elements.map((element) => [
          `${element.kind} ${element.name} ${element.of}`.trim(),
          inWords(element),
        ]),
    );
}

function inWords({ verdict }: Covered): string {
  if ('by' in verdict) return `${verdict.state} by ${verdict.by.join(', ')}`;
  return verdict.state === 'excused' ? `excused: ${verdict.code}` : verdict.state;
}

describe('coverage', () => {
  it('tells the rows that break a keyword, at its own place', async () => {
    const of = (await coverage(contract))('create-book');
    expect(of.get('keyword maxLength 80 body.title')).toContain('create-book/bounds/body/title/too-long');
    expect(of.get('keyword required body.title')).toBe('covered by create-book/required/body/title');
    expect(of.get('keyword type string body.title')).toContain('create-book/type/body/title/integer');
  });

  it('leaves out what promises nothing', async () => {
    const of = (await coverage(contract))('create-book');
    expect([...of.keys()].filter((name) => /minLength|examples/.test(name))).toEqual([]);
  });

  it('tells the cases that expect a status, and what comes with it', async () => {
    const of = (await coverage(contract))('create-book');
    expect(of.get('status 201')).toMatch(/^covered by create-book\/happy/);
    expect(of.get('answered application/json 201')).toMatch(/^covered by create-book\/happy/);
    expect(of.get('header Location 201')).toMatch(/^covered by .*create-book\/happy/);
    expect(of.get('status 422')).toMatch(/^covered by create-book\//);
  });

  it('has a reason for what nobody can bring about, make or see', async () => {
    const coverageIn = await coverage(contract);
    const of = coverageIn('create-book');
    expect(of.get('status 503')).toBe('excused: not-demanded');
    expect(of.get('status default')).toBe('excused: not-demanded');
    expect(of.get('sent application/xml body')).toBe('excused: media-type');
    expect(of.get('keyword readOnly body.id')).toBe('excused: read-only');
    expect(of.get('keyword format colour body.colour')).toBe('excused: annotation');
    expect(of.get('parameter cursor query')).toBe('excused: opaque');
    expect(of.get('keyword type string query cursor')).toBe('excused: not-observable');
    expect(coverageIn('get-book').get('keyword required path bookId')).toBe('excused: another-path');
  });

  it('has a reason for each status that no case brings about', async () => {
    const of = (await coverage(contract))('create-book');
    expect(of.get('status 451')).toBe('excused: status-not-provoked');
  });

  it('has one for what no request has, and for what says nothing of its type', async () => {
    const nested = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].reduceRight(
      (inner, name) => `{ type: object, properties: { ${name}: ${inner} } }`,
      '{ type: string, maxLength: 3 }',
    );
    const text = contract.replace(
      'propertyNames: { maxLength: 3 }',
      `uniqueItems: true\n          properties: { deep: ${nested} }`,
    );
    const of = (await coverage(text))('create-book');
    expect(of.get('keyword uniqueItems body.size')).toBe('excused: no-effect');
    expect(of.get('keyword maxLength 3 body.size.deep.a.b.c.d.e.f.g')).toBe('excused: not-sent');
    expect([...of.values()]).not.toContain('uncovered');
  });

  it('tells names that are not allowed', async () => {
    const of = (await coverage(contract))('create-book');
    expect(of.get('keyword propertyNames body.size')).toBe(
      'covered by create-book/value/body/size/wrong-name',
    );
  });

  it('tells who is not let in', async () => {
    const of = (await coverage(contract))('create-book');
    expect(of.get('security key')).toContain('create-book/auth/none');
  });

  it('says so where an operation is not selected, or its cases are too weak', async () => {
    const excluded = (await coverage(contract, { exclude: ['createBook'] }))('create-book');
    expect(new Set(excluded.values())).toEqual(new Set(['excused: not-selected']));
    const strict = (await coverage(contract, { strength: 'contract' }))('create-book');
    expect(strict.get('security key')).toBe('excused: strength');
  });

  it('takes the reason of a gap, at its place', async () => {
    const text = contract
      .replace("'404': { description: There is no such book. }", '')
      .replace('get:', 'delete:');
    const of = (await coverage(text))('get-book');
    expect(of.get('keyword type integer path bookId')).toBe('excused: no-promise');
  });

  it('counts one value that breaks two keywords for both', async () => {
    const text = contract.replace(
      'maxLength: 80',
      'maxLength: 80, allOf: [{ type: string, minLength: 2 }, { minLength: 2 }]',
    );
    const of = (await coverage(text))('create-book');
    const all = [...of].filter(([name]) => name.startsWith('keyword minLength 2'));
    expect(all.map(([, words]) => words)).toEqual(['covered by create-book/bounds/body/title/too-short']);
    expect(of.get('keyword type string body.title')).toContain('create-book/type/body/title/integer');
  });

  it('counts alternatives as broken by what breaks all of them', async () => {
    const text = contract.replace(
      'type: object\n          propertyNames: { maxLength: 3 }',
      'oneOf: [{ type: integer }, { type: "null" }]',
    );
    const of = (await coverage(text))('create-book');
    expect(of.get('keyword type null body.size')).toMatch(/^covered by create-book\/type\/body\/size/);
    expect(of.get('keyword oneOf body.size')).toMatch(/^covered by/);
  });

  it('ends where a schema contains itself', async () => {
    const text = contract.replace(
      'propertyNames: { maxLength: 3 }',
      "properties: { inner: { $ref: '#/components/schemas/Book' } }",
    );
    const of = (await coverage(text))('create-book');
    expect([...of.keys()].filter((name) => name.includes('maxLength'))).toEqual([
      'keyword maxLength 80 body.title',
    ]);
  });
});
