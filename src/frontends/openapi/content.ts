import type { Content } from '../../api/api.ts';
import { readExamples } from './examples.ts';
import { isObjectNode, member, members, put, textOf, type Node } from './node.ts';
import { readOwnExtensions } from './own-extensions.ts';
import type { Reading } from './reading.ts';
import type { SchemaReader } from './schema.ts';

/** What reads the parts of an operation: the description, and the schemas in it. */
export interface Readers {
  readonly reading: Reading;
  readonly schemas: SchemaReader;
}

/** A `content` map: media types, in the contract's order (OpenAPI 3.1 §4.8.14). */
export function readContents(content: Node | undefined, readers: Readers): readonly Content[] {
  if (content && !isObjectNode(content))
    readers.reading.misplaced(content, 'content', 'an object of media types');
  return members(content).flatMap(([mediaType, { place, value }]) => {
    const node = { place, value: value ?? {} }; // `application/json:` and nothing more, in YAML
    const media = readers.reading.once('This media type', node, (target) => readMedia(target, readers));
    return media ? [{ mediaType, ...media }] : [];
  });
}

function readMedia(node: Node, { reading, schemas }: Readers): Omit<Content, 'mediaType'> {
  const schema = member(node, 'schema');
  return {
    ...(schema && { schema: schemas.read(schema) }),
    examples: readExamples(node, reading),
    encoding: readEncoding(member(node, 'encoding')),
    ...readOwnExtensions(node),
    place: node.place,
  };
}

function readEncoding(node: Node | undefined): Content['encoding'] {
  const encoding: Record<string, { readonly contentType?: string }> = {};
  for (const [part, said] of members(node)) {
    const contentType = textOf(said, 'contentType');
    put(encoding, part, contentType === undefined ? {} : { contentType });
  }
  return encoding;
}
