import { describe, expect, it } from 'vitest';
import { lesserRole } from '../../src/rules/lesser-role.ts';
import { contract } from '../contract.ts';

const refused = `'401': { description: Who? }, '403': { description: No. }`;

/** Things that are listed, made and read, each with its own `security` and more answers. */
const things = (how: {
  readonly list: string;
  readonly make: string;
  readonly makes?: string;
  readonly lists?: string;
  readonly read?: string;
}) =>
  contract(`
/things:
  get: { operationId: listThings, security: ${how.list}, responses: { '200': { description: Things }, ${how.lists ?? ''} } }
  post: { operationId: makeThing, security: ${how.make}, responses: { '201': { description: Thing }, ${how.makes ?? ''} } }
/things/{name}:
  get:
    operationId: readThing
    security: ${how.read ?? '[]'}
    parameters: [{ name: name, in: path, required: true, schema: { type: string } }]
    responses: { '200': { description: Thing }, '404': { description: None }, ${how.makes ?? ''} }
components:
  securitySchemes:
    token: { type: http, scheme: bearer }
    key: { type: apiKey, in: header, name: X-Key }
`);

const readers = '[{ token: [reader] }, { token: [writer] }]';
const writers = '[{ token: [writer] }]';

describe('lesserRole', () => {
  it('refuses whoever has only what other operations ask for', async () => {
    const api = await things({ list: readers, make: writers, makes: refused });
    expect(api.cases(lesserRole)).toEqual(['make-thing answers 403 for a lesser role']);
    expect(api.drafts(lesserRole)).toMatchObject([
      { kind: 'auth', subject: 'lesser-role', strength: 'contract', steps: [{ call: { as: 'lesser' } }] },
    ]);
  });

  it('is what RFC 6750 says where no 403 is declared', async () => {
    const api = await things({ list: readers, make: writers });
    expect(api.cases(lesserRole)).toEqual(['make-thing answers 401, 403 or 404 for a lesser role']);
    expect(api.drafts(lesserRole)).toMatchObject([{ strength: 'http' }]);
  });

  it('may be told that there is no such thing', async () => {
    const api = await things({ list: readers, make: writers, read: writers, makes: refused });
    expect(api.cases(lesserRole)).toContain('read-thing answers 403 or 404 for a lesser role');
  });

  it('knows that an alternative without scopes lets everybody in who is known', async () => {
    const api = await things({ list: readers, make: '[{ token: [writer] }, { token: [] }]' });
    expect(api.drafts(lesserRole)).toEqual([]);
  });

  it('asks whoever lacks the scope that all ask for, where a 403 is declared', async () => {
    const api = await things({ list: writers, make: writers, makes: refused });
    expect(api.cases(lesserRole)).toEqual(['make-thing answers 403 for a lesser role']);
  });

  it('takes a 403 that some declare and others do not for what it is: a convention', async () => {
    const api = await things({ list: '[{ key: [] }]', make: '[{ key: [] }]', makes: refused });
    expect(api.cases(lesserRole)).toEqual(['make-thing answers 403 for a lesser role']);
    expect(api.drafts(lesserRole)).toMatchObject([{ strength: 'contract' }]);
  });

  it('makes a gap of a 403 that everybody declares', async () => {
    const api = await things({
      list: '[{ key: [] }]',
      make: '[{ key: [] }]',
      lists: refused,
      makes: refused,
    });
    expect(api.drafts(lesserRole)).toMatchObject([
      { draft: 'gap', code: 'no-lesser' },
      { draft: 'gap', code: 'no-lesser' },
    ]);
  });

  it('makes a gap of a 403 where whoever is known may call', async () => {
    const api = await things({ list: readers, make: writers, lists: refused });
    expect(api.drafts(lesserRole)).toMatchObject([
      { draft: 'gap', code: 'no-lesser', reason: expect.stringContaining('nobody is known who may not') },
      { draft: 'case' },
    ]);
  });

  it('promises nothing where nothing is secured', async () => {
    const api = await things({ list: '[]', make: '[]', makes: refused });
    expect(api.drafts(lesserRole)).toEqual([]);
  });
});
