import type { Parameter, ParameterLocation } from '../../api/api.ts';
import { readContents, type Readers } from './content.ts';
import { readExamples } from './examples.ts';
import { isTrue, member, textOf, type Node, type ObjectNode } from './node.ts';
import { readOwnExtensions } from './own-extensions.ts';

/**
 * Whether a header is no parameter of its own: media types and security describe it (OpenAPI 3.1 §4.8.12.2). 2.0 does not
 * say so, and a made value would contradict `consumes` and `produces` there, too. See `authorization.ts` for the third.
 */
export function isDescribedElsewhere(name: string, location: string | undefined): boolean {
  return location === 'header' && /^(accept|content-type|authorization)$/i.test(name);
}

const locations: readonly ParameterLocation[] = ['path', 'query', 'header', 'cookie'];

const styles: Readonly<Record<ParameterLocation, readonly Parameter['style'][]>> = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form'],
};

/** A Parameter Object of 3.x, or undefined for one that the specification ignores, or that cannot be understood. */
export function readParameter(node: ObjectNode, readers: Readers): Parameter | undefined {
  const { reading } = readers;
  const name = textOf(node, 'name');
  const location = locationOf(node);
  if (name === undefined || location === undefined) {
    reading.misplaced(node, 'This parameter', 'an object with a name, and in: path, query, header or cookie');
    return reading.lose('one of its parameters has no name or no known place');
  }
  if (isDescribedElsewhere(name, location)) return undefined;
  return {
    name,
    in: location,
    required: location === 'path' || isTrue(node, 'required'),
    ...readValue(node, location, readers),
    description: textOf(node, 'description'),
    deprecated: isTrue(node, 'deprecated'),
    ...readOwnExtensions(node),
    place: node.place,
  };
}

type Valued = Pick<Parameter, 'schema' | 'style' | 'explode' | 'examples'>;

/** What a parameter's value is: a schema and a style, or one media type. */
function readValue(node: ObjectNode, location: ParameterLocation, readers: Readers): Valued {
  const [content] = readContents(member(node, 'content'), readers);
  if (content)
    return { schema: content.schema ?? true, style: 'content', explode: false, examples: content.examples };
  const schema = member(node, 'schema');
  const style = styleOf(node, location, readers);
  const explode = member(node, 'explode')?.value;
  return {
    schema: schema ? readers.schemas.read(schema) : true,
    style,
    explode: typeof explode === 'boolean' ? explode : style === 'form',
    examples: readExamples(node, readers.reading),
  };
}

/** The default of the location where the contract says none, or one that its location does not have. */
function styleOf(node: ObjectNode, location: ParameterLocation, { reading }: Readers): Parameter['style'] {
  const said = member(node, 'style');
  const known = styles[location].find((style) => style === said?.value);
  if (said && !known)
    reading.misplaced(said, `The style ${String(said.value)}`, `one of ${styles[location].join(', ')}`);
  return known ?? styles[location][0]!;
}

function locationOf(node: Node): ParameterLocation | undefined {
  const said = textOf(node, 'in');
  return locations.find((location) => location === said);
}
