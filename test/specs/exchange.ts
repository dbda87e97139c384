import { expect } from 'vitest';
import { operationsOf, valueAt, type Node } from '../../specs/service/contract.ts';
import { judgeOfAnswers } from '../../specs/service/judge.ts';

/** One exchange with a server: what to send, and who sends it. */
export interface Sent {
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, unless it is a form or text. */
  readonly body?: unknown;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** JSON where the media type says so, else text. */
  readonly body: Readonly<Record<string, unknown>>;
  /** What in the answer the contract does not promise. */
  readonly complaints: readonly string[];
}

export type Exchange = (line: string, sent?: Sent) => Promise<Answer>;

/** Sends requests (`GET /books?limit=1`) to a server, and judges each answer by the contract. */
export function exchangeWith(url: string, contract: Node): Exchange {
  const judge = judgeOfAnswers(contract);
  return async (line, { token, headers = {}, body } = {}) => {
    const [method, target] = line.split(' ') as [string, string];
    const isJson = body !== undefined && typeof body !== 'string' && !(body instanceof FormData);
    const answer = await fetch(url + target, {
      method,
      headers: {
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...(isJson ? { 'Content-Type': 'application/json' } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isJson ? JSON.stringify(body) : (body as string | FormData) }),
    });
    const text = await answer.text();
    const mediaType = answer.headers.get('content-type')?.split(';')[0];
    const value = mediaType?.endsWith('json') && text !== '' ? JSON.parse(text) : text;
    const place = promiseOf(contract, method, target.split('?')[0]!, answer.status);
    const complaints =
      place === undefined
        ? [`${answer.status} is not declared`]
        : complaintsOf({ place, mediaType, value, headers: answer.headers });
    return { status: answer.status, headers: answer.headers, body: value, complaints };
  };

  function complaintsOf(seen: {
    place: string;
    mediaType: string | undefined;
    value: unknown;
    headers: Headers;
  }) {
    const { place, mediaType, value, headers } = seen;
    const promise = valueAt(contract, place) as Node;
    const content = promise['content'] as Node | undefined;
    const body = content
      ? mediaType !== undefined && mediaType in content
        ? judge
            .complaints(`${place}/content/${mediaType.replace('/', '~1')}/schema`, value)
            .map(({ at, message }) => `body${at} ${message}`)
        : [`the media type ${mediaType} is not declared`]
      : value === ''
        ? []
        : ['there is a body'];
    const missing = Object.entries((promise['headers'] ?? {}) as Record<string, Node>).flatMap(
      ([name, header]) => {
        const declared = '$ref' in header ? (valueAt(contract, String(header['$ref'])) as Node) : header;
        const at = '$ref' in header ? String(header['$ref']).slice(1) : `${place}/headers/${name}`;
        const text = headers.get(name);
        if (text === null) return declared['required'] === true ? [`the header ${name} is missing`] : [];
        return judge.complaints(`${at}/schema`, text).map(({ message }) => `the header ${name} ${message}`);
      },
    );
    return [...body, ...missing];
  }
}

/** Where the contract says what a status of an operation means. */
function promiseOf(contract: Node, method: string, path: string, status: number): string | undefined {
  const operation = operationsOf(contract).find(
    (one) =>
      one.method === method.toLowerCase() &&
      new RegExp(`^${one.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
  if (!operation) return undefined;
  const place = `/paths/${operation.path.replaceAll('/', '~1')}/${operation.method}/responses/${status}`;
  const promise = valueAt(contract, place) as Node | undefined;
  return promise && '$ref' in promise ? String(promise['$ref']).slice(1) : promise && place;
}

/** Expects a status, and nothing that the contract does not promise. */
export function expectPromised(answer: Answer, status: number): void {
  expect({ status: answer.status, complaints: answer.complaints }).toEqual({ status, complaints: [] });
}
