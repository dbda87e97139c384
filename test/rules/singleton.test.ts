import { describe, expect, it } from 'vitest';
import { singleton } from '../../src/rules/singleton.ts';
import { contract } from '../contract.ts';

const object = (members: string, required = '') =>
  `{ type: object, required: [${required}], properties: { ${members} } }`;
const theme = object('theme: { type: string }, size: { type: integer }', 'theme');

const settings = ({
  sent = theme,
  shown = theme,
  method = 'put',
  more = '',
  path = '/settings',
}: Partial<Record<'sent' | 'shown' | 'method' | 'more' | 'path', string>>) =>
  contract(`
    ${path}:
      get:
        operationId: getSettings
        responses: { '200': { description: Ok, content: { application/json: { schema: ${shown} } } } ${more} }
      ${method}:
        operationId: changeSettings
        requestBody: { content: { application/json: { schema: ${sent} } } }
        responses: { '200': { description: Ok } }
  `);

describe('singleton', () => {
  it('is replaced, read, and put back as it was', async () => {
    const shown = object(
      'theme: { type: string }, size: { type: integer }, changedAt: { type: string }',
      'theme',
    );
    const api = await settings({ shown, path: '/me/settings' });
    expect(api.cases(singleton)).toEqual(['me-settings is replaced, read and put back']);
    const before = { kind: 'part', of: 'saved', in: 'body', name: ['before'], pointer: '' };
    expect(api.drafts(singleton)).toMatchObject([
      {
        strength: 'convention',
        steps: [
          { call: { method: 'GET' }, save: ['before'] },
          { call: { method: 'PUT' } },
          { call: { method: 'GET' }, expect: { containing: { kind: 'example' } } },
          {
            call: {
              method: 'PUT',
              body: { value: { kind: 'without', of: before, path: { pointer: 'changedAt' } } },
            },
          },
        ],
      },
    ]);
  });

  it('is sent another value, too: it may have been so before', async () => {
    const size = object('size: { type: string, enum: [small, large] }', 'size');
    const [draft] = (await settings({ sent: size, shown: size })).drafts(singleton);
    const steps = draft?.draft === 'case' ? draft.steps : [];
    expect(steps.map(({ call }) => call.method).join(' ')).toBe('GET PUT GET PUT GET PUT');
    expect(steps[4]).toMatchObject({ expect: { containing: { kind: 'with', value: { json: 'large' } } } });
  });

  it('is updated with what can be put back', async () => {
    const both = object('theme: { type: string }, size: { type: integer }', 'theme, size');
    const api = await settings({ method: 'patch', shown: both });
    expect(api.cases(singleton)).toEqual(['settings is updated, read and put back']);
  });

  it.each([
    ['may not have been there', { more: `, '404': { description: None }` }],
    ['was not always answered', { method: 'patch' }],
    ['is never answered', { sent: object('theme: { type: string }, secret: { type: string }', 'theme') }],
    [
      'is only written',
      { shown: object('theme: { type: string, writeOnly: true }, size: { type: integer }', 'theme, size') },
    ],
    [
      'may be null',
      { shown: object('theme: { type: [string, "null"] }, size: { type: integer }', 'theme, size') },
    ],
    [
      'is partly read only',
      {
        sent: object(`theme: ${object('name: { type: string }', 'name')}`, 'theme'),
        shown: object(
          `theme: ${object('name: { type: string }, by: { type: string, readOnly: true }')}`,
          'theme',
        ),
      },
    ],
  ])('is left alone where something %s', async (_, how) => {
    const api = await settings(how);
    expect(api.drafts(singleton)).toMatchObject([{ draft: 'gap', code: 'left-behind' }]);
  });

  it('is no collection, and no thing with a parameter in its path', async () => {
    expect((await settings({ method: 'post' })).drafts(singleton)).toEqual([]);
  });
});
