import { describe, expect, it } from 'vitest';
import { paging } from '../../src/rules/paging.ts';
import { contract } from '../contract.ts';

const json = (schema: string) => `content: { application/json: { schema: ${schema} } }`;
const answer = (status: number, schema: string) => `'${status}': { description: It., ${json(schema)} }`;
const film =
  '{ type: object, required: [id], properties: { id: { type: integer, readOnly: true }, title: { type: string } } }';
const showing = (more: string) =>
  `{ type: object, required: [hall${more === '' ? '' : ', filmId'}], properties: { id: { type: integer, readOnly: true }, hall: { type: integer }${more} } }`;
const id = (name: string) =>
  `parameters: [{ name: ${name}, in: path, required: true, schema: { type: integer } }]`;

/** What the pages of `/films/{filmId}/showings` are filled by: the calls that make something, or the code of a gap. */
async function makers(paths: string): Promise<readonly string[]> {
  const api = await contract(`
/films:
  post: { operationId: createFilm, requestBody: { ${json(film)} }, responses: { ${answer(201, film)} } }
/films/{filmId}:
  ${id('filmId')}
  get: { operationId: readFilm, responses: { ${answer(200, film)} } }
/films/{filmId}/showings:
  ${id('filmId')}
  get:
    operationId: listShowings
    parameters: [{ name: limit, in: query, schema: { type: integer } }, { name: offset, in: query, schema: { type: integer } }]
    responses: { ${answer(200, `{ type: array, items: ${showing('')} }`)} }
${paths}`);
  const [walk, ...others] = api.drafts(paging);
  const steps = walk?.draft === 'case' ? walk.steps : [];
  return [
    ...steps.filter(({ save }) => save !== undefined).map(({ call }) => `${call.method} ${call.path}`),
    ...others.flatMap((draft) => (draft.draft === 'gap' ? [draft.code] : [])),
  ];
}

const elsewhere = (path: string, more: string) => `/${path}:
  post: { operationId: make, requestBody: { required: true, ${json(showing(more))} }, responses: { ${answer(201, showing(more))} } }
/${path}/{showingId}:
  ${id('showingId')}
  get: { operationId: readShowing, responses: { ${answer(200, showing(more))} } }`;

describe('what is in a list below a parent', () => {
  it('is made by a POST to the same path', async () => {
    const post = `  post: { operationId: make, requestBody: { required: true, ${json(showing(''))} }, responses: { ${answer(201, showing(''))} } }`;
    expect(await makers(post)).toEqual(Array(3).fill('POST /films/{filmId}/showings'));
  });

  it('is made elsewhere, by what names the same parent', async () => {
    expect(await makers(elsewhere('showings', ', filmId: { type: integer }'))).toEqual(
      Array(3).fill('POST /showings'),
    );
  });

  it.each([
    ['names no parent', elsewhere('showings', '')],
    ['is something else', elsewhere('screenings', ', filmId: { type: integer }')],
    [
      'need not have been made',
      `  post: { operationId: make, requestBody: { required: true, ${json(showing(''))} }, responses: { ${answer(200, showing(''))} } }`,
    ],
  ])('is not known to be made by what %s', async (_, paths) => {
    expect(await makers(paths)).toEqual(['not-made']);
  });
});
