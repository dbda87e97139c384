import type {
  Content,
  NamedExample,
  Parameter,
  RequestBody,
  Response,
  ResponseHeader,
} from '../../api/api.ts';
import type { Json } from '../../api/json.ts';
import type { JsonSchema } from '../../api/json-schema.ts';
import { below } from '../../source/place.ts';
import type { Readers } from './content.ts';
import { isTrue, member, members, put, textOf, type Node, type ObjectNode } from './node.ts';
import type { Dialect } from './operation.ts';
import { readOwnExtensions } from './own-extensions.ts';
import { isDescribedElsewhere } from './parameters.ts';
import { readHeaders, readResponses } from './responses.ts';

/** Keywords of parameters and headers that are none of a schema (OpenAPI 2.0, "Parameter Object"). */
const ownKeywords = new Set([
  'name',
  'in',
  'required',
  'description',
  'allowEmptyValue',
  'collectionFormat',
  'x-example',
  'schema',
]);

const formTypes = ['multipart/form-data', 'application/x-www-form-urlencoded'];

/** How OpenAPI 2.0 says what goes in and what comes back. */
export function swagger2(root: Node, readers: Readers): Dialect {
  const mediaTypes = (operation: ObjectNode, key: 'consumes' | 'produces') => {
    const said = member(operation, key) ?? member(root, key);
    return readers.reading.itemsOf(said, key).filter((type) => typeof type === 'string');
  };
  return {
    parameters: (declared) => declared.flatMap((node) => readParameter(node, readers) ?? []),
    body: (operation, declared) => readBody(declared, mediaTypes(operation, 'consumes'), readers),
    responses: (operation) =>
      readResponses(member(operation, 'responses'), readers.reading, (said) =>
        readResponse(said, mediaTypes(operation, 'produces'), readers),
      ),
  };
}

function readParameter(node: ObjectNode, readers: Readers): Parameter | undefined {
  const name = textOf(node, 'name');
  const location = textOf(node, 'in');
  if (location === 'body' || location === 'formData') return undefined;
  if (name === undefined || (location !== 'path' && location !== 'query' && location !== 'header')) {
    readers.reading.misplaced(
      node,
      'This parameter',
      'an object with a name, and in: path, query, header, formData or body',
    );
    return readers.reading.lose('one of its parameters has no name or no known place');
  }
  if (isDescribedElsewhere(name, location)) return undefined;
  return {
    name,
    in: location,
    required: location === 'path' || isTrue(node, 'required'),
    schema: schemaOf(node, readers),
    ...serialisation(node, location),
    description: textOf(node, 'description'),
    deprecated: false,
    examples: unnamedExample(node, 'x-example'),
    ...readOwnExtensions(node),
    place: node.place,
  };
}

/** `collectionFormat` in the words of 3.x; `csv` where the contract says none. */
function serialisation(
  node: ObjectNode,
  location: 'path' | 'query' | 'header',
): Pick<Parameter, 'style' | 'explode'> {
  const plain = location === 'query' ? 'form' : 'simple';
  switch (textOf(node, 'collectionFormat')) {
    case 'multi':
      return { style: plain, explode: location === 'query' };
    case 'ssv':
      return { style: 'spaceDelimited', explode: false };
    case 'tsv':
      return { style: 'tabDelimited', explode: false };
    case 'pipes':
      return { style: 'pipeDelimited', explode: false };
    default:
      return { style: plain, explode: false };
  }
}

/** The schema that a parameter, a header or a form field is, without what it says besides. */
function schemaOf(node: ObjectNode, { schemas }: Readers): JsonSchema {
  const own = member(node, 'schema'); // as in 3.x: not allowed, and often written
  if (own) return schemas.read(own);
  const value = Object.fromEntries(Object.entries(node.value).filter(([key]) => !ownKeywords.has(key)));
  return schemas.read({ value, place: node.place });
}

function readBody(
  declared: readonly ObjectNode[],
  consumes: readonly string[],
  readers: Readers,
): RequestBody | undefined {
  const body = declared.find((node) => textOf(node, 'in') === 'body');
  const fields = declared.filter((node) => textOf(node, 'in') === 'formData');
  if (body === undefined) return fields.length > 0 ? formBody(fields, consumes, readers) : undefined;
  const schema = member(body, 'schema');
  const mediaTypes = consumes.length > 0 ? consumes : ['application/json'];
  const said = {
    ...(schema && { schema: readers.schemas.read(schema) }),
    examples: unnamedExample(body, 'x-example'),
    encoding: {},
    ...readOwnExtensions(body),
    place: (schema ?? body).place,
  };
  return {
    required: isTrue(body, 'required'),
    contents: mediaTypes.map((mediaType) => ({ mediaType, ...said })),
    place: body.place,
  };
}

/** Form fields are the properties of one object. Files want multipart; what else the operation consumes is no form. */
function formBody(fields: readonly ObjectNode[], consumes: readonly string[], readers: Readers): RequestBody {
  const properties: Record<string, JsonSchema> = {};
  for (const field of fields) put(properties, textOf(field, 'name') ?? '', schemaOf(field, readers));
  const required = fields
    .filter((field) => isTrue(field, 'required'))
    .map((field) => textOf(field, 'name') ?? '');
  const schema: JsonSchema = { type: 'object', properties, ...(required.length > 0 && { required }) };
  const hasFile = fields.some((field) => textOf(field, 'type') === 'file');
  const forms = formTypes.filter((type) => consumes.includes(type) && !(hasFile && type !== formTypes[0]));
  const mediaTypes =
    forms.length > 0 ? forms : [hasFile ? 'multipart/form-data' : 'application/x-www-form-urlencoded'];
  const place = fields[0]!.place;
  return {
    required: required.length > 0,
    contents: mediaTypes.map((mediaType) => ({ mediaType, schema, examples: [], encoding: {}, place })),
    place,
  };
}

function readResponse(
  node: ObjectNode,
  produces: readonly string[],
  readers: Readers,
): Omit<Response, 'status'> {
  return {
    description: textOf(node, 'description') ?? '',
    contents: responseContents(node, produces, readers),
    headers: readHeaders(member(node, 'headers'), readers.reading, (header) => readHeader(header, readers)),
    links: [],
    place: node.place,
  };
}

/** A response without a schema has no content (OpenAPI 2.0, "Response Object"). */
function responseContents(
  node: ObjectNode,
  produces: readonly string[],
  { schemas }: Readers,
): readonly Content[] {
  const schema = member(node, 'schema');
  if (!schema) return [];
  const said = { schema: schemas.read(schema), encoding: {}, place: schema.place };
  const examples = new Map(members(member(node, 'examples')));
  const mediaTypes =
    produces.length > 0 ? produces : examples.size > 0 ? [...examples.keys()] : ['application/json'];
  return mediaTypes.map((mediaType) => {
    const example = examples.get(mediaType);
    const named = example ? [{ name: '', value: example.value as Json, place: example.place }] : [];
    return { mediaType, examples: named, ...said };
  });
}

function readHeader(node: ObjectNode, readers: Readers): Omit<ResponseHeader, 'name'> {
  return { required: false, schema: schemaOf(node, readers), place: node.place };
}

function unnamedExample(node: ObjectNode, key: string): readonly NamedExample[] {
  const value = node.value[key];
  return value === undefined ? [] : [{ name: '', value: value as Json, place: below(node.place, key) }];
}
