import { readFile } from 'node:fs/promises';
import { load, JSON_SCHEMA } from 'js-yaml';

/** A JSON object of a contract, of which nothing is known yet. */
export type Node = { readonly [member: string]: unknown };

const methods = ['get', 'put', 'post', 'delete', 'patch'] as const;

/** What a server has to know of one operation. Pointers lead to schemas inside the contract. */
export interface ServedOperation {
  readonly id: string;
  readonly method: (typeof methods)[number];
  /** The template: `/books/{bookId}`. */
  readonly path: string;
  /** The roles of each alternative; no alternative: everybody may call. */
  readonly roles: readonly (readonly string[])[];
  readonly parameters: readonly ServedParameter[];
  readonly body?: ServedBody;
}

export interface ServedParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: Node;
  readonly pointer: string;
}

export interface ServedBody {
  readonly required: boolean;
  /** By media type, the pointer of its schema. */
  readonly contents: Readonly<Record<string, string>>;
  /** By part of a multipart body, the media types that it may have. */
  readonly parts: Readonly<Record<string, readonly string[]>>;
  /** How a body that is too large is refused: 413 where the contract promises it. */
  readonly tooLarge: 413 | 400;
}

/**
 * Reads a contract in OpenAPI 3.1, in YAML.
 *
 * @param url Where it is: `new URL('openapi.yaml', import.meta.url)`.
 */
export const readContract = async (url: URL): Promise<Node> =>
  load(await readFile(url, 'utf8'), { schema: JSON_SCHEMA }) as Node;

/** The value that a JSON Pointer (RFC 6901), with or without `#` before it, leads to. */
export const valueAt = (document: unknown, pointer: string): unknown =>
  segments(pointer).reduce<unknown>((value, name) => (value as Node | undefined)?.[name], document);

/** The same contract with another value (or, of `undefined`, none) where a JSON Pointer leads to. */
export function withValueAt(document: Node, pointer: string, value: unknown): Node {
  const copy = structuredClone(document);
  const names = segments(pointer);
  const last = names.pop()!;
  const parent = names.reduce<unknown>((node, name) => (node as Node | undefined)?.[name], copy);
  if (parent === undefined) throw new Error(`The contract has nothing at ${pointer}`);
  if (value === undefined) {
    if (!Reflect.has(parent as object, last)) throw new Error(`The contract has nothing at ${pointer}`);
    Reflect.deleteProperty(parent as object, last);
  } else Reflect.set(parent as object, last, value);
  return copy;
}

/** Every operation of a contract, in its order. */
export function operationsOf(contract: Node): readonly ServedOperation[] {
  const paths = Object.entries(contract['paths'] as Record<string, Node>);
  return paths.flatMap(([path, item]) =>
    methods.filter((method) => method in item).map((method) => operationOf(contract, path, method)),
  );
}

function operationOf(contract: Node, path: string, method: ServedOperation['method']): ServedOperation {
  const place = pointerTo('paths', path);
  const item = valueAt(contract, place) as Node;
  const operation = item[method] as Node;
  const security = (operation['security'] ?? contract['security'] ?? []) as Record<string, string[]>[];
  return {
    id: String(operation['operationId']),
    method,
    path,
    roles: security.map((schemes) => Object.values(schemes).flat()),
    parameters: [`${place}/parameters`, `${place}/${method}/parameters`].flatMap((list) =>
      ((valueAt(contract, list) ?? []) as Node[]).map((_, index) =>
        parameterAt(contract, `${list}/${index}`),
      ),
    ),
    ...(operation['requestBody'] ? { body: bodyAt(contract, `${place}/${method}`) } : {}),
  };
}

function parameterAt(contract: Node, place: string): ServedParameter {
  const at = follow(contract, place);
  const parameter = valueAt(contract, at) as Node;
  return {
    name: String(parameter['name']),
    in: parameter['in'] as ServedParameter['in'],
    required: parameter['required'] === true,
    schema: valueAt(contract, follow(contract, `${at}/schema`)) as Node,
    pointer: `${at}/schema`,
  };
}

function bodyAt(contract: Node, place: string): ServedBody {
  const operation = valueAt(contract, place) as Node;
  const body = operation['requestBody'] as Node;
  const contents = Object.entries(body['content'] as Record<string, Node>);
  return {
    required: body['required'] === true,
    contents: Object.fromEntries(
      contents.map(([type]) => [type, `${place}/requestBody/content/${escape(type)}/schema`]),
    ),
    parts: Object.fromEntries(
      contents
        .flatMap(([, content]) => Object.entries((content['encoding'] ?? {}) as Record<string, Node>))
        .map(([part, encoding]) => [part, String(encoding['contentType']).split(/,\s*/)]),
    ),
    tooLarge: '413' in (operation['responses'] as Node) ? 413 : 400,
  };
}

const follow = (contract: Node, pointer: string): string => {
  const target = (valueAt(contract, pointer) as Node)['$ref'];
  return target === undefined ? pointer : follow(contract, String(target).slice(1));
};

const pointerTo = (...names: readonly string[]) => names.map((name) => `/${escape(name)}`).join('');

const escape = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');

const segments = (pointer: string) =>
  pointer
    .replace(/^#/, '')
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
