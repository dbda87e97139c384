import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Report } from '../../src/diagnostics/report.ts';
import { readSources, readUrl } from '../../src/source/read.ts';
import { fileUrlOf, folderOf } from '../frontends/openapi/describing.ts';

const reading = async (input: string) => {
  const report = new Report();
  const sources = await readSources(input, report);
  return { sources, codes: report.diagnostics.map(({ code }) => code) };
};

describe('readSources', () => {
  it('reads a file, named relative to the working folder', async () => {
    const { sources } = await reading('package.json');
    expect(sources[0]).toMatchObject({
      document: 'package.json',
      url: fileUrlOf(path.resolve('package.json')),
    });
  });

  it('reads what a pattern matches, in order, past hidden folders', async () => {
    const files = {
      'b.yaml': 'b: 1',
      'deep/er/a.yaml': 'a: 1',
      'c.json': '{}',
      '.git/d.yaml': 'd: 1',
      'c.txt': 'x',
    };
    const folder = folderOf(files);
    const names = async (pattern: string) =>
      (await reading(`${folder}/${pattern}`)).sources.map(({ url }) =>
        url.slice(fileUrlOf(folder).length + 1),
      );
    expect(await names('*.yaml')).toEqual(['b.yaml']);
    expect(await names('**/*.{yaml,json}')).toEqual(['b.yaml', 'c.json', 'deep/er/a.yaml']);
    expect(await names('?.y*')).toEqual(['b.yaml']);
  });

  it('takes a path with the characters of a pattern as it is, where there is such a file', async () => {
    const folder = folderOf({ 'a[1].yaml': 'a: 1' });
    expect((await reading(`${folder}/a[1].yaml`)).sources).toHaveLength(1);
  });

  it('reports what is not there, and what cannot be parsed', async () => {
    expect((await reading('no/such.yaml')).codes).toEqual(['source/not-found']);
    expect((await reading('no/*.yaml')).codes).toEqual(['source/not-found']);
    expect((await reading(`${folderOf({ 'a.json': '{"a": ' })}/a.json`)).codes).toEqual(['source/syntax']);
  });

  it('reads a URL, and says why it could not', async () => {
    const server = createServer((request, response) => {
      response.statusCode = request.url === '/openapi.yaml' ? 200 : 404;
      response.end('openapi: 3.1.0');
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { sources } = await reading(`${base}/openapi.yaml`);
    expect(sources).toMatchObject([{ document: `${base}/openapi.yaml`, value: { openapi: '3.1.0' } }]);
    expect((await reading(`${base}/other.yaml`)).codes).toEqual(['source/unreadable']);
    server.close();
  });
});

describe('readUrl', () => {
  it('says in a sentence, without paths of the machine, why there is no document', async () => {
    const folder = folderOf({ 'bad.yaml': 'a: [1' });
    expect(await readUrl(fileUrlOf(`${folder}/none.yaml`))).toEqual({
      kind: 'problem',
      reason: 'there is no such file',
    });
    expect(await readUrl(fileUrlOf(folder))).toEqual({ kind: 'problem', reason: 'it is a folder' });
    expect(await readUrl(fileUrlOf(`${folder}/bad.yaml`))).toMatchObject({
      reason: expect.stringContaining('line 1') as string,
    });
  });
});
