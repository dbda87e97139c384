import { describe, expect, it } from 'vitest';
import { failedWrite } from '../../src/rules/failed-write.ts';
import { life } from './life.ts';

describe('failedWrite', () => {
  it('reads the same before and after a refused PUT or PATCH', async () => {
    const api = await life();
    expect(api.cases(failedWrite)).toEqual([
      'notes is as it was after a refused PUT',
      'notes is as it was after a refused PATCH',
    ]);
    expect(api.drafts(failedWrite)).toMatchObject([
      {
        kind: 'failed-write',
        subject: 'put',
        strength: 'convention',
        steps: [
          { call: { method: 'GET' }, makes: {}, save: ['before'] },
          { call: { method: 'PUT' }, expect: { status: { codes: [400] } } },
          { expect: { containing: { kind: 'without', path: { pointer: 'updatedAt' } } } },
        ],
      },
      { subject: 'patch' },
    ]);
  });

  it('has the last member wrong, and another one changed', async () => {
    const members =
      'title: { type: string, maxLength: 40, example: Milk }, text: { type: string, maxLength: 20, example: Two }';
    const [put] = (await life({ members })).drafts(failedWrite);
    const value = put?.draft === 'case' ? put.steps[1]!.call.body?.value : undefined;
    expect(value).toMatchObject({
      kind: 'with',
      path: { pointer: 'text' },
      value: { json: expect.stringMatching(/^.{21}$/) },
      of: { kind: 'with', path: { pointer: 'title' }, value: { json: 'Milk 2' } },
    });
  });

  it('breaks a bound rather than a format, which many servers overlook', async () => {
    const members = 'title: { type: string, maxLength: 40 }, day: { type: string, format: date }';
    const [put] = (await life({ members })).drafts(failedWrite);
    expect(put).toMatchObject({
      steps: [{}, { call: { body: { value: { path: { pointer: 'title' } } } } }, {}],
    });
  });

  it('makes a gap where nothing can be wrong', async () => {
    const api = await life({
      paths: `/marks:
  post:
    requestBody: { content: { application/json: { schema: {} } } }
    responses: { '201': { description: It., content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } } } }
/marks/{markId}:
  parameters: [{ name: markId, in: path, required: true, schema: { type: string } }]
  get: { responses: { '200': { description: It., content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } } } } }
  put:
    requestBody: { content: { application/json: { schema: {} } } }
    responses: { '200': { description: It. } }`,
    });
    expect(api.drafts(failedWrite)).toContainEqual(
      expect.objectContaining({ draft: 'gap', code: 'no-refusal' }),
    );
  });
});
