import type { Operation, Response } from '../api/api.ts';
import { declaresErrorsAlone } from '../api/errors-alone.ts';
import type { JsonSchema } from '../api/json-schema.ts';
import { answeredOnce } from '../api/remembered.ts';
import type { Resource } from '../api/resources.ts';
import type { Place } from '../source/place.ts';
import { BareSchemas } from './bare-schemas.ts';
import { identitySource } from './identity-source.ts';
import type { At } from './model.ts';
import type { Cleanup, Contract, Promises, ResponsePromise } from './promises.ts';
import type { Subject } from './subject.ts';

/** Where a place stands in its text: `openapi.yaml:66:9`. */
export type Locate = (place: Place) => At;

/** What every answer is held against: the promises of all operations, and the schemas that they speak of. */
export function contractOf(subject: Subject, locate: Locate): Contract {
  const { api, answered } = subject;
  const schemas = new BareSchemas(answered.schemas);
  const bare = (schema: JsonSchema) => schemas.of(answered.of(schema));
  const promise = promises({ bare, locate });
  const cleanups = cleanupsOf(subject);
  const operations = Object.fromEntries(
    api.operations.map((operation): [string, Promises] => [
      `${operation.method} ${operation.path}`,
      {
        key: operation.key,
        at: locate(operation.place),
        security: operation.security.map((way) => way.map(({ scheme, scopes }) => ({ scheme, scopes }))),
        responses: {
          ...Object.fromEntries(operation.responses.map((response) => [response.status, promise(response)])),
          ...untoldSuccess(operation, locate),
        },
        ...(cleanups.has(operation) && { cleanup: cleanups.get(operation)! }),
      },
    ]),
  );
  return {
    ...(isPlainPath(api.basePath) && { basePath: api.basePath }),
    operations,
    securitySchemes: api.securitySchemes,
    $defs: schemas.named,
  };
}

/** Whether a path can be typed as it is: not `''`, and without variables that have no default. */
function isPlainPath(path: string): boolean {
  return /^(\/[\w.~@%:+-]+)+$/.test(path);
}

/** A `default` that is about errors says nothing of a success: of that nothing is promised. */
function untoldSuccess(operation: Operation, locate: Locate): Promises['responses'] {
  const otherwise = operation.responses.find(({ status }) => status === 'default');
  if (otherwise === undefined || !declaresErrorsAlone(operation)) return {};
  const nothing = { at: locate(otherwise.place), content: {}, headers: {} };
  return { '2XX': nothing, '3XX': nothing };
}

interface Lowering {
  readonly bare: (schema: JsonSchema) => JsonSchema;
  readonly locate: Locate;
}

/** Operations that refer to one response share what it promises. */
function promises({ bare, locate }: Lowering): (response: Response) => ResponsePromise {
  const contentOf = answeredOnce((contents: Response['contents']) =>
    Object.fromEntries(contents.map(({ mediaType, schema }) => [mediaType, bare(schema ?? true)])),
  );
  const headersOf = answeredOnce((headers: Response['headers']) =>
    Object.fromEntries(
      headers.map(({ name, required, schema }) => [name, { required, schema: bare(schema) }]),
    ),
  );
  return ({ place, contents, headers }) => ({
    at: locate(place),
    content: contentOf(contents),
    headers: headersOf(headers),
  });
}

/** How to remove what each creating operation makes, where the contract has an operation for it. */
function cleanupsOf({ resources }: Subject): ReadonlyMap<Operation, Cleanup> {
  const found = new Map<Operation, Cleanup>();
  for (const resource of resources) {
    const { create, replace, remove, identity, parameter } = resource;
    if (
      remove === undefined ||
      remove.parameters.some(({ in: location, required }) => required && location !== 'path')
    )
      continue;
    const byPath = pathParameters(resource);
    const all = Object.fromEntries(byPath.map((name) => [name, { from: 'path', name } as const]));
    const call = { method: remove.method, path: remove.path };
    if (create && (identity?.from === 'answer' || identity?.from === 'location')) {
      found.set(create, { ...call, parameters: { ...all, [parameter]: identitySource(resource) } });
    }
    if (replace?.responses.some(({ status }) => status === '201'))
      found.set(replace, { ...call, parameters: all });
  }
  return found;
}

function pathParameters({ item }: Resource): readonly string[] {
  return [...item.matchAll(/\{([^{}/]+)\}/g)].map(([, name]) => name!);
}
