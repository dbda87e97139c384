import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { contentsOf, temporaryFolder } from '../output/temporary-folder.ts';
import { useCli } from './cli.ts';

const cli = useCli();

const contract = `openapi: 3.1.0
info: { title: Books, version: '1' }
paths:
  /books:
    get:
      operationId: listBooks
      responses: { '200': { description: All books } }
  /authors:
    get:
      operationId: listAuthors
      tags: [people]
      responses: { '200': { description: All authors } }
`;

function project(files: Readonly<Record<string, string>> = { 'openapi.yaml': contract }): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

describe('itc compile', () => {
  it('writes a suite and sums up', async () => {
    const folder = project();
    const { code, out, err } = await cli.run(folder, ['compile', 'openapi.yaml']);
    expect(err).toContain('openapi.yaml: 2 operations, ');
    expect(err).toContain('contract-tests/pytest: ');
    expect(out).toBe('');
    expect(code).toBe(0);
    expect(readdirSync(path.join(folder, 'contract-tests'))).toEqual(['pytest']);
    expect(Object.keys(contentsOf(path.join(folder, 'contract-tests/pytest')))).toContain('itc.lock');
  });

  it('says where the API is by the path in front of all paths', async () => {
    const served = contract.replace('paths:', 'servers: [{ url: https://books.example/api/v2 }]\npaths:');
    const folder = project({ 'openapi.yaml': served });
    const { err } = await cli.run(folder, ['compile', 'openapi.yaml']);
    expect(err).toContain('BASE_URL=http://localhost:8000/api/v2 pytest');
    const setup = readFileSync(path.join(folder, 'contract-tests/pytest/conftest.py'), 'utf8');
    expect(setup).toContain('os.environ.get("BASE_URL", "http://127.0.0.1:8000/api/v2")');
  });

  it('does nothing the second time', async () => {
    const folder = project();
    await cli.run(folder, ['compile', 'openapi.yaml']);
    const before = contentsOf(folder);
    const { code, err } = await cli.run(folder, ['compile', 'openapi.yaml']);
    expect(err).toMatch(/unchanged, \d yours/);
    expect(err).not.toContain('written');
    expect(code).toBe(0);
    expect(contentsOf(folder)).toEqual(before);
  });

  it('refuses to write over an edited file, and writes nothing then', async () => {
    const folder = project();
    await cli.run(folder, ['compile', 'openapi.yaml']);
    const name = readdirSync(path.join(folder, 'contract-tests/pytest')).find((file) =>
      file.startsWith('test_'),
    )!;
    const file = path.join(folder, 'contract-tests/pytest', name);
    writeFileSync(file, '# mine\n');
    const before = contentsOf(folder);
    const refused = await cli.run(folder, ['compile', 'openapi.yaml', '--exclude', 'listAuthors']);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(`contract-tests/pytest/${name}:1:1 error output/edited`);
    expect(refused.err).toContain('nothing written');
    expect(contentsOf(folder)).toEqual(before);

    const forced = await cli.run(folder, ['compile', 'openapi.yaml', '--force']);
    expect(forced.code).toBe(0);
    expect(readFileSync(file, 'utf8')).not.toBe('# mine\n');
  });

  it("keeps the user's files", async () => {
    const folder = project();
    await cli.run(folder, ['compile', 'openapi.yaml']);
    const file = path.join(folder, 'contract-tests/pytest/conftest.py');
    writeFileSync(file, '# mine\n');
    expect((await cli.run(folder, ['compile', 'openapi.yaml', '--force'])).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe('# mine\n');
  });

  it('says which credential and seed the set-up does not know that the contract asks for since', async () => {
    const folder = project();
    await cli.run(folder, ['compile', 'openapi.yaml']);
    expect((await cli.run(folder, ['compile', 'openapi.yaml'])).err).not.toContain('setup-lacks');
    const grown = `${contract}  /shelves/{shelfId}:
    get:
      operationId: getShelf
      security: [{ door: [] }]
      parameters: [{ name: shelfId, in: path, required: true, schema: { type: string } }]
      responses: { '200': { description: A shelf } }
components: { securitySchemes: { door: { type: http, scheme: bearer } } }
`;
    writeFileSync(path.join(folder, 'openapi.yaml'), grown);
    const { code, err } = await cli.run(folder, ['compile', 'openapi.yaml']);
    expect(err).toContain('contract-tests/pytest/conftest.py:1:1 warning output/setup-lacks');
    expect(err).toContain('does not mention the security scheme door; cases that need it are skipped.');
    expect(err).toContain('Add to its credentials: "door": os.environ.get("CREDENTIAL_DOOR"),');
    expect(err).toContain('Add to its seeds: "shelfId": os.environ.get("SEED_SHELF_ID"),');
    expect(code).toBe(0);

    const file = path.join(folder, 'contract-tests/pytest/conftest.py');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\nKNOWN = {"door": 1, 'shelfId': 2}\n`);
    expect((await cli.run(folder, ['compile', 'openapi.yaml'])).err).not.toContain('setup-lacks');
  });

  it('checks without writing, shows the difference and the command that mends it', async () => {
    const folder = project();
    await cli.run(folder, ['compile', 'openapi.yaml', '--out', 'my tests']);
    const check = ['compile', '--check', 'openapi.yaml', '--out', 'my tests'];
    expect((await cli.run(folder, check)).code).toBe(0);

    writeFileSync(path.join(folder, 'openapi.yaml'), contract.replaceAll('/books', '/volumes'));
    const before = contentsOf(folder);
    const { code, out, err } = await cli.run(folder, check);
    expect(code).toBe(1);
    expect(out).toContain('is stale\n');
    expect(out).toMatch(/^ {2}-.*\/books/m);
    expect(out).toMatch(/^ {2}\+.*\/volumes/m);
    expect(out).toContain("Run npx itc compile openapi.yaml --out 'my tests'\n");
    expect(err).toContain('my tests: out of date');
    expect(contentsOf(folder)).toEqual(before);

    await cli.run(folder, ['compile', 'openapi.yaml', '--out', 'my tests']);
    expect((await cli.run(folder, check)).code).toBe(0);
  });

  it('takes a folder that git has checked out with CRLF for its own', async () => {
    const folder = project();
    await cli.run(folder, ['compile', 'openapi.yaml']);
    for (const [name, text] of Object.entries(contentsOf(folder))) {
      writeFileSync(path.join(folder, name), text.replaceAll('\n', '\r\n'));
    }
    expect(await cli.run(folder, ['compile', 'openapi.yaml', '--check'])).toMatchObject({ code: 0, out: '' });
    expect((await cli.run(folder, ['compile', 'openapi.yaml', '--include', 'listBooks'])).code).toBe(0);
  });

  it('stops at a lock that is in conflict, unless it is forced', async () => {
    const folder = project();
    await cli.run(folder, ['compile', 'openapi.yaml']);
    writeFileSync(path.join(folder, 'contract-tests/pytest/itc.lock'), '<<<<<<< HEAD\n');
    const { code, err } = await cli.run(folder, ['compile', 'openapi.yaml']);
    expect(err).toContain('contract-tests/pytest/itc.lock:1:1 error output/lock-unreadable');
    expect(code).toBe(2);
    const selection = ['--exclude', 'listAuthors', '--force'];
    const forced = await cli.run(folder, ['compile', 'openapi.yaml', ...selection]);
    expect(forced.code).toBe(0);
    expect(forced.err).toMatch(/contract-tests\/pytest\/test_\w+\.py:1:1 warning output\/left/);
  });

  it('reads standard input, and prints the model to standard output alone', async () => {
    const folder = project({});
    const { code, out } = await cli.run(folder, ['compile', '-', '--emit', 'model'], { input: contract });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ format: 1, spec: '<stdin>' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('writes the model to a folder', async () => {
    const folder = project();
    const flags = ['--emit', 'model,pytest', '--out', 'out/{spec}/{emitter}'];
    expect((await cli.run(folder, ['compile', 'openapi.yaml', ...flags])).code).toBe(0);
    expect(readdirSync(path.join(folder, 'out/openapi')).sort()).toEqual(['model', 'pytest']);
    expect(readdirSync(path.join(folder, 'out/openapi/model'))).toEqual(['itc.lock', 'model.json']);
  });

  it('loses no spec because another one is bad', async () => {
    const folder = project({ 'a.yaml': 'just: a file\n', 'b.yaml': contract, 'c.yaml': '{' });
    const { code, err } = await cli.run(folder, ['compile', '*.yaml', '--out', 'out/{spec}']);
    expect(code).toBeGreaterThan(0);
    expect(err).toContain('b.yaml: 2 operations');
    expect(err).toContain('c.yaml:');
    expect(readdirSync(path.join(folder, 'out'))).toEqual(['b']);
  });

  it('says what is in the way of an output folder', async () => {
    const folder = project({ 'openapi.yaml': contract, out: 'a file' });
    const { code, err } = await cli.run(folder, ['compile', 'openapi.yaml', '--out', 'out/tests']);
    expect(err).toContain('error output/unwritable');
    expect(err).toContain('a part of the path is a file');
    expect(code).toBe(2);
  });

  it.runIf(process.platform === 'linux')('says that an output folder may not be written', async () => {
    const { code, err } = await cli.run(project(), ['compile', 'openapi.yaml', '--out', '/proc/itc/tests']);
    expect(err).toContain('error output/unwritable');
    expect(err).toContain('Choose another folder');
    expect(code).toBe(2);
  });
});

describe('the model', () => {
  it.each([
    [['--format', 'json'], 'would both be printed to standard output'],
    [['--check'], '--check compares with files'],
  ])('on standard output does not go with %j', async (flags, reason) => {
    const { code, err } = await cli.run(project(), ['compile', 'openapi.yaml', '--emit', 'model', ...flags]);
    expect(err).toContain(reason);
    expect(code).toBe(2);
  });
});

describe('wrong use', () => {
  it.each([
    [['compile', 'openapi.yaml', '--emit', 'pytets'], 'There is no emitter pytets. Did you mean pytest?'],
    [['compile', 'openapi.yaml', '--strenght', 'http'], 'Did you mean --strength?'],
    [['compile', 'openapi.yaml', '--strength', 'htpp'], 'Did you mean http?'],
    [['compile', 'openapi.yaml', '--format', 'jsn'], 'Did you mean json?'],
    [['compiel', 'openapi.yaml'], 'Did you mean compile?'],
    [['compile'], 'Nothing to compile'],
    [['compile', 'nowhere.yaml'], 'There is no file nowhere.yaml'],
    [['compile', '*.nothing'], 'There is no file *.nothing'],
    [['compile', 'openapi.yaml', '--config', 'no.yaml'], 'There is no configuration file no.yaml'],
    [['compile', 'openapi.yaml', '--out', '{emiter}'], '{emiter} means nothing'],
    [['compile', 'openapi.yaml', '--out', 'x', '--emit', 'pytest,model'], 'would share the folder x'],
    [['compile', 'openapi.yaml', './openapi.yaml'], 'would share the folder contract-tests/pytest'],
    [['compile', 'openapi.yaml', '--include', 'nothing'], 'No operation is selected'],
    [['compile', 'openapi.yaml', '--out', 'a', '-o', 'b'], "'-o, --out <folder>' is given twice: a, b."],
    [['run', 'tests', '--timeout', '1', '--timeout=2'], "'--timeout <seconds>' is given twice: 1, 2."],
    [[], 'Usage: itc'],
  ])('%j is answered with 2: %s', async (parameters, reason) => {
    const folder = project();
    const { code, err } = await cli.run(folder, parameters);
    expect(err).toContain(reason);
    expect(code).toBe(2);
    expect(readdirSync(folder)).toEqual(['openapi.yaml']);
  });
});

describe('--format', () => {
  it('json is one document, of what was found and done', async () => {
    const folder = project();
    const { out } = await cli.run(folder, ['compile', 'openapi.yaml', '--format', 'json']);
    expect(JSON.parse(out)).toMatchObject({
      format: 1,
      exitCode: 0,
      specs: [{ spec: 'openapi.yaml', operations: 2, suites: [{ emitter: 'pytest', state: 'written' }] }],
    });
    rmSync(path.join(folder, 'contract-tests'), { recursive: true });
    const checked = await cli.run(folder, ['compile', 'openapi.yaml', '--format', 'json', '--check']);
    const { exitCode, diagnostics, specs } = JSON.parse(checked.out);
    expect(exitCode).toBe(1);
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'output/drift' }));
    expect(specs[0].suites[0].command).toBe('npx itc compile openapi.yaml --format json');
  });

  it('sarif and github go to standard output', async () => {
    const folder = project();
    const sarif = await cli.run(folder, ['compile', 'nowhere.yaml', '--format', 'sarif']);
    expect(JSON.parse(sarif.out).runs[0].results).toMatchObject([
      { ruleId: 'source/not-found', level: 'error' },
    ]);
    const github = await cli.run(folder, ['compile', 'nowhere.yaml', '--format', 'github']);
    expect(github.out).toContain('::error title=source/not-found::There is no file nowhere.yaml.');
    expect([sarif.code, github.code]).toEqual([2, 2]);
  });
});

describe('colours', () => {
  const escape = '\u001B[';

  it.each([
    [{}, false],
    [{ FORCE_COLOR: '1' }, true],
    [{ FORCE_COLOR: '0' }, false],
    [{ NO_COLOR: '1' }, false],
  ])('with %j: %s', async (environment, isColoured) => {
    const { err } = await cli.run(project(), ['compile', 'openapi.yaml'], { environment });
    expect(err.includes(escape)).toBe(isColoured);
  });
});

describe('itc.yaml', () => {
  const config = `specs:
  - spec: openapi.yaml
    out: tests/{emitter}
    include: [listBooks]
`;

  it('says what to compile, and how', async () => {
    const folder = project({ 'openapi.yaml': contract, 'itc.yaml': config });
    const { code, err } = await cli.run(folder, ['compile']);
    expect(err).toContain('openapi.yaml: 1 of 2 operations, ');
    expect(err).toContain('tests/pytest: ');
    expect(code).toBe(0);
  });

  it('also says how a spec of the command line is compiled; flags win', async () => {
    const folder = project({ 'openapi.yaml': contract, 'itc.yaml': config });
    const { err } = await cli.run(folder, ['compile', './openapi.yaml', '--out', 'elsewhere']);
    expect(err).toContain('openapi.yaml: 1 of 2 operations, ');
    expect(err).toContain('elsewhere: ');
  });

  it('gives the same bytes wherever itc is called', async () => {
    const folder = project({ 'api/openapi.yaml': contract, 'api/itc.yaml': config });
    expect((await cli.run(folder, ['compile', '--config', 'api/itc.yaml'])).code).toBe(0);
    const check = await cli.run(path.join(folder, 'api'), ['compile', '--check']);
    expect(check).toMatchObject({ code: 0, out: '' });
    await cli.run(folder, ['compile', '--config', 'api/itc.yaml', '--out', 'here']);
    expect(readdirSync(folder).sort()).toEqual(['api', 'here']);
  });

  it.each([
    ['specs:\n  - spec: a.yaml\n    strenght: http\n', 'itc.yaml:3:5', 'Did you mean strength?'],
    ['spec: a.yaml\nspecs: [{ spec: a }]\n', 'itc.yaml:1:1', 'Did you mean specs?'],
    ['specs:\n  - spec: a.yaml\n    strength: some\n', 'itc.yaml:3:5', 'contract, http, convention'],
    [
      'specs:\n  - spec: a.yaml\n    skip:\n      - tag: a\n        reasn: b\n',
      'itc.yaml:5:9',
      'Did you mean reason?',
    ],
    ['specs: []\n', 'itc.yaml:1:1', 'specs has fewer than 1 items'],
    ['specs:\n  - emit: [pytest]\n', 'itc.yaml:2:5', 'specs.0 has no spec'],
    ['specs: [', 'itc.yaml:', 'error'],
    ['', 'itc.yaml', 'error'],
  ])('%j is answered with 2 at %s', async (text, at, reason) => {
    const { code, err } = await cli.run(project({ 'itc.yaml': text }), ['compile']);
    expect(err).toContain(at);
    expect(err).toContain(reason);
    expect(code).toBe(2);
  });
});

function many(word: string): string {
  const paths = Array.from({ length: 1500 }, (_, index) => {
    const operation = {
      operationId: `op${index}`,
      tags: [`t${index}`],
      responses: { 200: { description: word } },
    };
    return [`/${word}${index}`, { get: operation }] as const;
  });
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Many', version: '1' },
    paths: Object.fromEntries(paths),
  });
}

describe('an interrupt', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s in the middle of writing leaves all as it was (%i)', async (signal, expected) => {
    const folder = project({ 'openapi.json': many('one') });
    await cli.run(folder, ['compile', 'openapi.json', '--quiet']);
    writeFileSync(path.join(folder, 'openapi.json'), many('two'));
    const before = contentsOf(folder);

    const { child, ended } = cli.start(folder, ['compile', 'openapi.json', '--quiet']);
    const isStaging = () =>
      readdirSync(path.join(folder, 'contract-tests')).some((name) => name.includes('.itc-'));
    while (!isStaging() && child.exitCode === null) await setTimeout(1);
    child.kill(signal);

    expect((await ended).code).toBe(expected);
    expect(contentsOf(folder)).toEqual(before);
    expect(readdirSync(path.join(folder, 'contract-tests'))).toEqual(['pytest']);
  });
});

describe('itc', () => {
  it('prints its version', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
    expect(await cli.run(project({}), ['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  it('helps with an example', async () => {
    const { code, out } = await cli.run(project({}), ['compile', '--help']);
    expect(code).toBe(0);
    expect(out).toContain('$ itc compile openapi.yaml');
  });
});
