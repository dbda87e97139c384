import { expect, it } from 'vitest';
import { brokenBy } from '../../src/run/broken-by.ts';

const nickname = 'Person/properties/nickname: null, expected type "string"';

it('tells a broken promise once, however many cases and operations meet it', () => {
  const met = (id: string, operation: string, cause = nickname) => ({ id, broken: [{ cause, operation }] });
  expect(
    brokenBy([
      met('get-person/happy', 'GET /people/{personId}'),
      { id: 'list-people/happy' },
      met('get-book/happy', 'GET /books', 'GET /books at openapi.yaml:9:9: status is 500, expected 200'),
      met('create-person/happy', 'POST /people'),
      met('people/lifecycle', 'POST /people'),
    ]),
  ).toEqual([
    {
      cause: nickname,
      cases: ['get-person/happy', 'create-person/happy', 'people/lifecycle'],
      operations: ['GET /people/{personId}', 'POST /people'],
    },
    {
      cause: 'GET /books at openapi.yaml:9:9: status is 500, expected 200',
      cases: ['get-book/happy'],
      operations: ['GET /books'],
    },
  ]);
});
