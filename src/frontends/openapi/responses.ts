import type { RequestBody, Response, ResponseHeader } from '../../api/api.ts';
import { readContents, type Readers } from './content.ts';
import { readLinks, type LinkTargets } from './links.ts';
import { isObjectNode, isTrue, member, members, textOf, type Node, type ObjectNode } from './node.ts';
import type { Reading } from './reading.ts';

/** A Request Body Object of 3.x (OpenAPI 3.1 §4.8.13). */
export function readBody(node: Node | undefined, readers: Readers): RequestBody | undefined {
  return (
    node &&
    readers.reading.once('This request body', node, (target) => ({
      required: isTrue(target, 'required'),
      contents: readContents(member(target, 'content'), readers),
      place: target.place,
    }))
  );
}

/** A Responses Object: each answer by its status (OpenAPI 3.1 §4.8.16), however its own language says the rest. */
export function readResponses(
  node: Node | undefined,
  reading: Reading,
  read: (response: ObjectNode) => Omit<Response, 'status'>,
): readonly Response[] {
  if (node && !isObjectNode(node)) reading.misplaced(node, 'responses', 'an object of responses by status');
  return members(node).flatMap(([key, said]) => {
    if (key.startsWith('x-')) return [];
    const status = statusOf(key);
    if (status === undefined) {
      reading.misplaced(
        said,
        `The status ${key}`,
        'a number from 100 to 599, a class such as 2XX, or default',
      );
      return [];
    }
    const response = reading.once('This response', said, read);
    return response ? [{ status, ...response }] : [];
  });
}

/** A Response Object of 3.x (OpenAPI 3.1 §4.8.17). */
export function readResponse(
  node: ObjectNode,
  readers: Readers,
  targets: LinkTargets,
): Omit<Response, 'status'> {
  return {
    description: textOf(node, 'description') ?? '',
    contents: readContents(member(node, 'content'), readers),
    headers: readHeaders(member(node, 'headers'), readers.reading, (header) => readHeader(header, readers)),
    links: readLinks(member(node, 'links'), readers.reading, targets),
    place: node.place,
  };
}

/** The headers of an answer; `Content-Type` is described by the media types (OpenAPI 3.1 §4.8.17.1). */
export function readHeaders(
  node: Node | undefined,
  reading: Reading,
  read: (header: ObjectNode) => Omit<ResponseHeader, 'name'>,
): readonly ResponseHeader[] {
  return members(node).flatMap(([name, said]) => {
    if (name.toLowerCase() === 'content-type') return [];
    const header = reading.once('This header', said, read);
    return header ? [{ name, ...header }] : [];
  });
}

function readHeader(node: ObjectNode, readers: Readers): Omit<ResponseHeader, 'name'> {
  const schema = member(node, 'schema');
  const [content] = readContents(member(node, 'content'), readers);
  return {
    required: isTrue(node, 'required'),
    // A header in a media type is text with a syntax of its own, which a schema of the decoded value says nothing of.
    schema: schema ? readers.schemas.read(schema) : content ? { type: 'string' } : true,
    place: node.place,
  };
}

function statusOf(key: string): string | undefined {
  if (key.toLowerCase() === 'default') return 'default';
  return /^[1-5]([0-9]{2}|xx)$/i.test(key) ? key.toUpperCase() : undefined;
}
