import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pytest } from '../../../emitters/pytest/index.ts';
import { verdicts } from '../../../emitters/pytest/verdicts.ts';
import type { Json } from '../../../src/api/json.ts';
import type { Contract, ResponsePromise } from '../../../src/model/promises.ts';
import type { NativeVerdict } from '../../../src/model/runner.ts';
import { bookshop } from '../model.ts';
import { written } from '../written.ts';
import { environment, pytestPath } from './tools.ts';

/** A request as it arrived. */
export interface Received {
  /** `GET /things?a=1` */
  readonly line: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Answered {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A string is sent as it is, anything else as JSON. */
  readonly body?: Json;
}

interface OwnSuite {
  readonly contract: Partial<Contract>;
  /** The server. */
  readonly answer: (received: Received, count: number) => Answered;
  /** A module of tests, as a user would write it. */
  readonly tests: string;
  /** Changes the emitted set-up, as a user would. */
  readonly setUp?: (conftest: string) => string;
  readonly variables?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

interface Ran {
  readonly output: string;
  readonly verdicts: readonly NativeVerdict[];
  readonly received: readonly Received[];
}

/** Runs tests that were written by hand, with emitted support and set-up, against a server of one function. */
export async function runOwn(suite: OwnSuite): Promise<Ran> {
  const contract = { operations: {}, securitySchemes: {}, $defs: {}, ...suite.contract };
  const credentials = Object.keys(contract.securitySchemes).map((scheme) => ({
    actor: 'user' as const,
    scheme,
    summary: scheme,
    source: { kind: 'variable' as const, name: `CREDENTIAL_${scheme.toUpperCase()}` },
  }));
  const emission = pytest.emit({
    ...bookshop,
    contract,
    credentials,
    fixtures: [],
    examples: [],
    suites: [],
  });
  const conftest = emission.files.find((file) => file.path === 'conftest.py')?.text ?? '';
  const folder = written(emission, {
    'conftest.py': suite.setUp?.(conftest) ?? conftest,
    'test_own.py': suite.tests,
  });
  const received: Received[] = [];
  const server = await listening((request) => {
    received.push(request);
    return suite.answer(request, received.length);
  });
  const report = path.join(folder, 'report.xml');
  const all = ['-p', 'no:cacheprovider', '-p', 'no:randomly', `--junitxml=${report}`, ...(suite.args ?? [])];
  const BASE_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const env = environment({ BASE_URL, ...suite.variables });
  const output = await new Promise<string>((resolve) => {
    execFile(pytestPath, all, { cwd: folder, env }, (_, stdout, stderr) => resolve(stdout + stderr));
  });
  server.close();
  const said = verdicts(readFileSync(report, 'utf8'));
  rmSync(folder, { recursive: true });
  return { output, verdicts: said, received };
}

async function listening(answer: (received: Received) => Answered): Promise<Server> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const line = `${request.method} ${request.url}`;
      const said = answer({ line, headers: request.headers, body });
      const isText = typeof said.body === 'string';
      const type =
        said.body === undefined ? {} : { 'Content-Type': isText ? 'text/plain' : 'application/json' };
      response.writeHead(said.status, { ...type, ...said.headers });
      response.end(isText ? said.body : JSON.stringify(said.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** A promise of one operation: answers by status, and credentials by the names of their schemes. */
export function promised(
  responses: Readonly<Record<string, ResponsePromise['content']>>,
  ...security: readonly (readonly string[])[]
): Contract['operations'][string] {
  return {
    key: 'some-operation',
    at: 'openapi.yaml:5:5',
    security: security.map((names) => names.map((scheme) => ({ scheme, scopes: [] }))),
    responses: Object.fromEntries(
      Object.entries(responses).map(([status, content]) => [
        status,
        { at: `openapi.yaml:9:9`, content, headers: {} },
      ]),
    ),
  };
}
