import { describe, expect, it } from 'vitest';
import { Report } from '../../../src/diagnostics/report.ts';
import { applyOverlays } from '../../../src/frontends/openapi/overlay.ts';
import { described, sourceOf } from './describing.ts';

const document = {
  openapi: '3.1.0',
  paths: { '/a': { get: { tags: ['x'], responses: {} }, post: { responses: {} } } },
};
const overlay = (...actions: readonly object[]) =>
  sourceOf({ overlay: '1.0.0', info: {}, actions }, 'overlay.yaml');

const applied = async (...overlays: Parameters<typeof applyOverlays>[1]) => {
  const report = new Report();
  const source = await applyOverlays(sourceOf(document), overlays, report);
  return {
    value: source?.value as typeof document | undefined,
    codes: report.diagnostics.map(({ code }) => code),
  };
};

describe('overlays', () => {
  it('merge objects and add to arrays', async () => {
    const { value } = await applied(
      overlay(
        { target: "$.paths['/a'].get", update: { summary: 's', tags: ['y'] } },
        { target: '$.paths.*.*.tags', update: 'z' },
      ),
    );
    expect(value?.paths['/a'].get).toEqual({ summary: 's', tags: ['x', 'y', 'z'], responses: {} });
    expect(document.paths['/a'].get).toEqual({ tags: ['x'], responses: {} });
  });

  it('remove, also several items of one array', async () => {
    const { value } = await applied(
      overlay(
        { target: '$.paths.*.get.tags', update: 'y' },
        { target: '$.paths.*.get.tags[*]', remove: true },
        { target: "$.paths['/a'].post", remove: true },
      ),
    );
    expect(value?.paths).toEqual({ '/a': { get: { tags: [], responses: {} } } });
  });

  it('are applied in order', async () => {
    const { value } = await applied(
      overlay({ target: '$', update: { 'x-a': { b: 1 } } }),
      overlay({ target: "$['x-a']", update: { c: 2 } }),
    );
    expect(value).toMatchObject({ 'x-a': { b: 1, c: 2 } });
  });

  it('tell of a target that matches nothing', async () => {
    expect(await applied(overlay({ target: '$.nothing', remove: true }))).toEqual({
      value: document,
      codes: ['overlay/no-match'],
    });
  });

  it.each([
    ['no overlay', sourceOf('a: 1')],
    ['no target', overlay({ update: {} })],
    ['no JSONPath', overlay({ target: '$[', remove: true })],
  ])('that are wrong are errors: %s', async (_, wrong) => {
    expect(await applied(wrong)).toEqual({ value: undefined, codes: ['overlay/invalid'] });
  });

  it('are applied before anything is read', async () => {
    const overlays = [overlay({ target: '$.paths.*.post', remove: true })];
    const { api } = await described(document, { overlays });
    expect(api.operations.map(({ key }) => key)).toEqual(['get-a']);
  });
});
