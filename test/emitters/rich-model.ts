import type { Json } from '../../src/api/json.ts';
import type { Expectation } from '../../src/model/expectation.ts';
import type { Call, Case, NextPage, Step, TestModel } from '../../src/model/model.ts';
import type { Value } from '../../src/model/value.ts';
import { contract } from './model.ts';

/** A model with a given text in every place where a model can hold text of a contract. */
export function richModel(texts: readonly string[]): TestModel {
  const suites = texts.map((text, index) => suiteOf(text, index));
  return {
    format: 1,
    title: texts[0] ?? '',
    spec: `${texts[0] ?? ''}.yaml`,
    contract: {
      ...contract,
      securitySchemes: Object.fromEntries(
        texts.map((name) => [name, { type: 'apiKey', in: 'query', name, description: name } as const]),
      ),
    },
    dependencies: texts.map((text) => ({
      operation: 'some-operation',
      need: { in: 'query', name: text },
      producer: 'some-operation',
      identity: { from: 'path', name: text },
      by: 'name',
      confidence: 'likely',
    })),
    credentials: texts.flatMap((scheme, index) => [
      {
        actor: 'user',
        scheme,
        summary: `the key ${scheme}`,
        source: { kind: 'log-in', logIn: ['log', 'in', String(index)], person: 'USER', scopes: [scheme] },
      } as const,
      {
        actor: 'lesser',
        scheme,
        summary: `the key ${scheme}`,
        scopes: [scheme, 'other'],
        source: { kind: 'variable', name: `LESSER_${index}` },
      } as const,
      {
        actor: 'stranger',
        scheme,
        summary: `the key ${scheme}`,
        source: { kind: 'variable', name: 'STRANGER' },
      } as const,
    ]),
    logIns: texts.map((text, index) => ({
      name: ['log', 'in', String(index)],
      summary: `POST ${text}`,
      ...(index % 2 === 0
        ? ({
            kind: 'call',
            method: 'POST',
            url: text,
            headers: literal({ [text]: text }),
            body: {
              kind: 'json',
              mediaType: 'application/json',
              value: {
                kind: 'object',
                members: { [text]: { kind: 'seed', name: text }, more: literal([text]) },
              },
            },
            credential: { in: 'body', at: text },
            template: `${text} {token}`,
            logOut: { method: 'DELETE', path: text, parameters: { [text]: text } },
          } as const)
        : ({
            kind: 'grant',
            grant: 'password',
            endpoint: { kind: index % 4 === 1 ? 'token' : 'discovery', url: text },
            scopes: [text],
          } as const)),
    })),
    fixtures: texts.map((text, index) => ({
      name: ['thing', String(index)],
      summary: text,
      given: [{ name: ['sent'], value: { kind: 'unique', template: `${text}-####` } }],
      call: {
        ...call('POST', text),
        body: { kind: 'json', mediaType: text, value: { kind: 'given', name: ['sent'] } },
      },
      expect: codes(201),
      ...(index % 2 === 1
        ? {}
        : { value: { kind: 'object', members: { [text]: { kind: 'given', name: ['sent'] } } } as const }),
    })),
    examples: texts.map((text, index) => ({
      name: ['shared', String(index)],
      value: { kind: 'literal', json: text },
    })),
    suites,
    gaps: [],
  };
}

const codes = (...codes: Expectation['status']['codes']): Expectation => ({ status: { codes } });
const literal = (json: Json): Value => ({ kind: 'literal', json });

function call(method: Call['method'], path: string, as: Call['as'] = 'user'): Call {
  return { operation: 'some-operation', method, path, as };
}

function one(id: string, title: string, ...steps: readonly Step[]): Case {
  return { id, title, kind: 'happy', strength: 'convention', steps, at: 'openapi.yaml:1:1' };
}

const kept = (pointer: string): Value => ({
  kind: 'part',
  of: 'saved',
  in: 'body',
  name: ['kept'],
  pointer,
});

/** Each way to the next page, and none. */
function nextPages(parameter: string, pointer: string): readonly (NextPage | undefined)[] {
  return [
    undefined,
    { by: 'offset', parameter },
    { by: 'page', parameter, first: 0 },
    { by: 'page', parameter, first: 1 },
    { by: 'cursor', parameter, pointer },
    { by: 'last-item', parameter },
    { by: 'link' },
  ];
}

function suiteOf(text: string, index: number): TestModel['suites'][number] {
  const part = (name: string, pointer: string): Value => ({
    kind: 'part',
    of: 'fixture',
    in: 'body',
    name: [name, String(index)],
    pointer,
  });
  const pointer = `/${text.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const constant: Value = { kind: 'example', name: ['constant', String(index)] };
  const factory: Value = { kind: 'example', name: ['factory', String(index)] };
  const member = { kind: 'pointer', pointer: pointer.slice(1) } as const;
  const id = `some-operation/happy/${index}`;
  const send = (value: Value): Call => ({
    ...call('POST', text),
    body: { kind: 'json', mediaType: 'application/json', value },
  });
  return {
    name: ['things', String(index)],
    heading: text,
    examples: [
      {
        name: ['of', 'constants', String(index)],
        value: { kind: 'with', of: constant, path: member, value: literal(null) },
      },
      {
        name: ['constant', String(index)],
        value: literal({
          [text]: [text, 1, -0, 1e21, 1e-7, true, null, {}, []],
          more: `${text}${'1'.repeat(20)}${text}`,
        }),
      },
      {
        name: ['factory', String(index)],
        value: {
          kind: 'object',
          members: {
            [text]: { kind: 'unique', template: `${text}#####` },
            seed: { kind: 'seed', name: text, example: text, default: text, type: 'integer' },
            thing: part('thing', pointer),
            list: {
              kind: 'array',
              items: [constant, part('thing', `${pointer}/0${pointer}`), literal(text)],
            },
          },
        },
      },
      {
        name: ['file', String(index)],
        value: { kind: 'file', name: text, mediaType: text, content: { kind: 'text', text } },
      },
      {
        name: ['bytes', String(index)],
        value: {
          kind: 'file',
          name: text,
          mediaType: 'image/png',
          content: { kind: 'base64', base64: 'iVBORw0KGgo=' },
        },
      },
      ...['first', 'second'].map((which) => ({
        name: [which, 'long', 'bytes', String(index)],
        value: {
          kind: 'file',
          name: text,
          mediaType: 'image/png',
          content: { kind: 'base64', base64: 'iVBORw0KGgoA'.repeat(4 + (index % 8)) },
        } as const,
      })),
    ],
    groups: [
      {
        name: ['thing'],
        heading: text,
        cases: [
          one(`${id}/title`, text, { call: call('TRACE', text, 'anonymous'), expect: codes('2XX', 404) }),
          one(
            `${id}/credentials`,
            'carries credentials',
            {
              call: {
                ...call('GET', text),
                credentials: { kind: 'only', schemes: [text, 'other'] },
              },
              expect: { status: { codes: [401, 403, 404], family: 'forbidden' } },
            },
            {
              call: {
                ...call('GET', text, 'wrong-scheme'),
                credentials: { kind: 'held', values: { [text]: part('thing', pointer) } },
              },
              expect: codes(401),
            },
            ...(['expired', 'stranger', 'lesser'] as const).map((actor) => ({
              call: call('GET', text, actor),
              expect: codes(403),
            })),
          ),
          one(`${id}/same-title`, text, { call: call('HEAD', text, 'malformed'), expect: codes('4XX') }),
          one(`${id}/parts`, 'sends parts', {
            call: {
              ...call('PUT', `/${text}/{id}`),
              pathParameters: { kind: 'object', members: { [text]: part('thing', pointer) } },
              query: literal({ [text]: [text, 'b'] }),
              headers: literal({ [text]: text }),
              cookies: literal({ [text]: text }),
              body: { kind: 'text', mediaType: text, value: literal(text) },
            },
            expect: { ...codes(200), containing: literal({ [text]: text }) },
          }),
          one(`${id}/form`, 'sends a form', {
            call: {
              ...call('PATCH', text),
              body: { kind: 'form', value: literal({ [text]: text, list: [text, 'a'] }) },
            },
            expect: { ...codes(200), checks: [{ kind: 'lists', pointer, item: factory }] },
          }),
          one(
            `${id}/pages`,
            'walks through pages',
            {
              call: call('POST', text),
              expect: codes(201),
              makes: { having: [pointer] },
              save: ['made'],
            },
            ...nextPages(text, pointer).map((next): Step => ({
              call: { ...call('GET', text), query: literal({ [text]: 2 }) },
              walk: {
                items: pointer,
                key: pointer,
                size: { parameter: text, most: 50 },
                ...(next && { next }),
              },
              expect: {
                ...codes(200),
                checks: [
                  ...(['equals', 'at-least', 'at-most', 'contains'] as const).map(
                    (relation) =>
                      ({ kind: 'every', pointer, member: pointer, relation, value: literal(text) }) as const,
                  ),
                  { kind: 'sorted', pointer, member: pointer, order: 'descending' },
                  { kind: 'sorted', pointer: '', member: pointer, order: 'ascending' },
                  { kind: 'empty', pointer },
                ],
              },
            })),
          ),
          one(`${id}/files`, 'sends files', {
            call: {
              ...call('POST', text),
              body: {
                kind: 'multipart',
                value: {
                  kind: 'object',
                  members: {
                    one: { kind: 'example', name: ['file', String(index)] },
                    two: { kind: 'example', name: ['bytes', String(index)] },
                  },
                },
              },
            },
            expect: codes(201, 202),
          }),
          {
            ...one(
              `${id}/story`,
              'tells a story',
              {
                call: send({ kind: 'given', name: ['thing'] }),
                expect: { ...codes(201), containing: factory },
                save: ['kept'],
              },
              {
                call: {
                  ...call('GET', text),
                  query: {
                    kind: 'object',
                    members: { [text]: kept(pointer), other: kept(`${pointer}/a/b/c`) },
                  },
                },
                expect: {
                  ...codes(200),
                  containing: { kind: 'object', members: { [text]: kept(pointer) } },
                  checks: [
                    { kind: 'lists', pointer: '', item: kept('') },
                    { kind: 'lacks', pointer, item: kept('') },
                  ],
                },
                save: ['unused'],
              },
              { call: send(kept(pointer)), expect: { status: { codes: [404, 410], family: 'missing' } } },
              {
                call: send({ kind: 'without', of: factory, path: member }),
                expect: { status: { codes: [401, 403], family: 'unauthenticated' } },
              },
            ),
            given: [
              {
                name: ['thing'],
                value: {
                  kind: 'with',
                  of: factory,
                  path: member,
                  value: { kind: 'example', name: ['shared', String(index)] },
                },
              },
            ],
          },
          {
            ...one(`${id}/table`, 'keeps a table', {
              call: send({ kind: 'without', of: constant, path: { kind: 'row', column: ['field'] } }),
              expect: codes(400),
            }),
            table: {
              columns: [['field']],
              rows: rowsOf(`${id}/table`, [text, `second ${text}`], (label) => [label]),
            },
          },
          {
            ...one(`${id}/two-columns`, 'keeps two columns', {
              call: send({
                kind: 'with',
                of: factory,
                path: { kind: 'row', column: ['field'] },
                value: { kind: 'row', column: ['type'] },
              }),
              expect: { status: { codes: [400, 404, 409, 415, 422], family: 'invalid' } },
            }),
            table: {
              columns: [['field'], ['type']],
              rows: rowsOf(`${id}/two-columns`, [`a ${text}`, `b ${text}`], (label) => [
                label,
                {
                  [text]: 'x'.repeat(500),
                  more: `${text}${'e'.repeat(16 + index)}`,
                  list: Array.from({ length: 101 }, () => text),
                },
              ]),
            },
          },
        ],
      },
      {
        name: ['thing'],
        heading: '',
        cases: [one(`${id}/other`, '', { call: call('OPTIONS', text), expect: codes(200) })],
      },
    ],
  };
}

function rowsOf(id: string, labels: readonly string[], values: (label: string) => readonly Json[]) {
  return labels.map((label, index) => ({
    id: `${id}/${index}`,
    label,
    values: values(label),
    at: 'openapi.yaml:1:1',
  }));
}
