import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { JSON_SCHEMA, load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { oddities, startOdd } from '../../specs/odd/server.ts';
import { exchanges } from './odd-exchanges.ts';

const folder = new URL('../../specs/odd/', import.meta.url);
const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'routes')
  .map(({ name }) => name);

describe('odd contracts', () => {
  it('have a server and exchanges each', () => {
    expect(Object.keys(oddities).sort()).toEqual(names);
    expect(Object.keys(exchanges).sort()).toEqual(names);
  });

  it.each(names)('%s says what is odd in it', async (name) => {
    const contract = load(await readFile(new URL(`${name}/openapi.yaml`, folder), 'utf8'), {
      schema: JSON_SCHEMA,
    });
    expect(contract).toMatchObject({ info: { description: expect.stringMatching(/^Odd here: /) } });
  });

  it.each(names)('%s is kept by its server', async (name) => {
    const { url, close } = await startOdd(name);
    try {
      for (const [line, status, { json: value, ...sent } = {}] of exchanges[name]!) {
        const [method = '', target = ''] = line.split(/ (.*)/);
        const withJson =
          value === undefined
            ? sent
            : {
                headers: { 'Content-Type': 'application/json', ...sent.headers },
                body: JSON.stringify(value),
              };
        const answer = await fetch(url + target, { method, ...withJson });
        expect([line, answer.status]).toEqual([line, status]);
        if (status >= 400 && name !== 'plain-text') expect(await answer.json()).toHaveProperty('message');
      }
    } finally {
      await close();
    }
  });
});
