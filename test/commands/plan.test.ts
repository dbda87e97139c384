import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../output/temporary-folder.ts';
import { useCli } from './cli.ts';

const cli = useCli();

const contract = `openapi: 3.1.0
info: { title: Books, version: '1' }
paths:
  /books:
    get:
      operationId: listBooks
      responses: { '200': { description: All books }, '418': { description: A teapot } }
    post:
      operationId: createBook
      requestBody:
        required: true
        content:
          application/json:
            schema: { type: object, required: [title], properties: { title: { type: string, minLength: 1 } } }
      responses:
        '201':
          description: Added
          content: { application/json: { schema: { type: object, properties: { id: { type: integer } } } } }
        '422': { description: Wrong }
  /books/{bookId}:
    get:
      operationId: getBook
      parameters: [{ name: bookId, in: path, required: true, schema: { type: integer } }]
      responses: { '200': { description: The book }, '404': { description: None } }
`;

function project(text = contract): string {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'openapi.yaml'), text);
  return folder;
}

interface PlanJson {
  readonly plans: readonly {
    readonly spec: string;
    readonly counts: { readonly cases: number };
    readonly operations: readonly {
      readonly name: string;
      readonly kinds: Readonly<Record<string, number>>;
      readonly elements: readonly Readonly<Record<string, unknown>>[];
    }[];
    readonly cases: readonly { readonly rows?: readonly unknown[]; readonly kind: string }[];
  }[];
}

async function plansOf(folder: string, ...more: readonly string[]): Promise<PlanJson['plans']> {
  const { out, code } = await cli.run(folder, ['plan', 'openapi.yaml', '--format', 'json', ...more]);
  expect(code).toBe(0);
  return (JSON.parse(out) as PlanJson).plans;
}

describe('itc plan', () => {
  it('shows operations and kinds, what is not covered, and what produces what', async () => {
    const { code, out, err } = await cli.run(project(), ['plan', 'openapi.yaml']);
    expect(out).toMatch(/^openapi\.yaml: Books\n {2}3 operations, \d+ cases/);
    expect(out).toMatch(/^operation +cases +happy .* covered$/m);
    expect(out).toMatch(/^POST \/books +\d+ +\d/m);
    expect(out).toContain('No case brings about a 418: only the server knows when it answers so.');
    expect(out).toContain('GET /books/{bookId} takes path bookId from POST /books (container, certain)');
    expect(err).toBe('');
    expect(code).toBe(0);
  });

  it('writes nothing but what it is asked for', async () => {
    const folder = project();
    await cli.run(folder, ['plan', 'openapi.yaml']);
    expect(existsSync(path.join(folder, 'contract-tests'))).toBe(false);
  });

  it('has no colours without a terminal, and some where they are forced', async () => {
    const plain = await cli.run(project(), ['plan', 'openapi.yaml']);
    expect(plain.out).not.toContain('\u001B');
    const forced = await cli.run(project(), ['plan', 'openapi.yaml'], { environment: { FORCE_COLOR: '1' } });
    expect(forced.out).toContain('\u001B[');
  });

  it('is a list in a narrow terminal, with lines that fit', async () => {
    const { out } = await cli.run(project(), ['plan', 'openapi.yaml'], { environment: { COLUMNS: '50' } });
    expect(out).toMatch(/^POST \/books\n {2}\d+ cases, \d+ % covered: \d+ happy/m);
    const long = out
      .split('\n')
      .filter((line) => line.length > 50 && !/ at openapi\.yaml:\d+:\d+$/.test(line));
    expect(long).toEqual([]);
  });

  it('prints JSON that adds up', async () => {
    const [plan] = await plansOf(project());
    const rows = plan!.cases.reduce((sum, { rows: own }) => sum + (own?.length ?? 1), 0);
    expect(plan!.counts.cases).toBe(rows);
    const counted = plan!.operations.flatMap(({ kinds }) => Object.values(kinds));
    expect(counted.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(rows);
    for (const { elements } of plan!.operations) {
      for (const { state, by, reason } of elements) {
        expect([state, Array.isArray(by) && by.length > 0, typeof reason]).toEqual(
          state === 'covered' || state === 'pending' ? [state, true, 'undefined'] : [state, false, 'string'],
        );
      }
    }
  });

  it('honours selections, strengths and itc.yaml', async () => {
    const folder = project();
    const [some] = await plansOf(folder, '--include', 'listBooks', '--strength', 'contract');
    expect(some!.operations.map(({ kinds }) => Object.keys(kinds).length > 0)).toEqual([true, false, false]);
    writeFileSync(path.join(folder, 'itc.yaml'), 'specs: [{ spec: openapi.yaml, exclude: [listBooks] }]\n');
    const [other] = await plansOf(folder);
    expect(other!.operations[0]!.kinds).toEqual({});
  });

  it('prints Markdown with a diagram', async () => {
    const { out } = await cli.run(project(), ['plan', 'openapi.yaml', '--format', 'markdown']);
    expect(out).toContain('# Test plan: Books\n');
    expect(out).toMatch(/^\| `POST \/books` \| \d+ \|/m);
    expect(out).toContain('```mermaid\nflowchart LR\n');
  });

  it('prints what produces what for Mermaid and Graphviz', async () => {
    const folder = project();
    const mermaid = await cli.run(folder, ['plan', 'openapi.yaml', '--format', 'mermaid']);
    expect(mermaid.out).toBe(
      'flowchart LR\n  o1["POST /books"]\n  o2["GET /books/#123;bookId#125;"]\n  o1 -->|"path bookId (container)"| o2\n',
    );
    const dot = await cli.run(folder, ['plan', 'openapi.yaml', '--format', 'dot']);
    expect(dot.out).toContain('"POST /books" -> "GET /books/{bookId}" [label="path bookId (container)"];');
  });

  it('writes a file, whose name may say which spec it is of', async () => {
    const folder = project();
    writeFileSync(path.join(folder, 'other.yaml'), contract.replace('title: Books', 'title: Other'));
    const { code, err, out } = await cli.run(
      folder,
      'plan openapi.yaml other.yaml --format html --out plans/{spec}.html'.split(' '),
    );
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain('plans/other.html written');
    expect(readFileSync(path.join(folder, 'plans/other.html'), 'utf8')).toContain(
      '<title>Test plan: Other</title>',
    );
  });

  it('refuses to make one page of two specs', async () => {
    const folder = project();
    writeFileSync(path.join(folder, 'other.yaml'), contract);
    const { code, err } = await cli.run(folder, ['plan', 'openapi.yaml', 'other.yaml', '--format', 'html']);
    expect(code).toBe(2);
    expect(err).toContain('{spec}');
  });

  it('says what is wrong with a contract, and plans the others', async () => {
    const folder = project();
    writeFileSync(path.join(folder, 'broken.yaml'), 'openapi: 3.1.0\ninfo: { title: Broken, version: 1 }\n');
    const { code, err, out } = await cli.run(folder, ['plan', 'broken.yaml', 'openapi.yaml']);
    expect(code).not.toBe(0);
    expect(err).toContain('broken.yaml');
    expect(out).toContain('openapi.yaml: Books');
  });

  it('answers 2 for a format or a spec that does not exist', async () => {
    const folder = project();
    expect((await cli.run(folder, ['plan', 'openapi.yaml', '--format', 'htm'])).code).toBe(2);
    expect((await cli.run(folder, ['plan', 'none.yaml'])).code).toBe(2);
  });
});
