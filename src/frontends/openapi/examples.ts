import type { NamedExample } from '../../api/api.ts';
import type { Json } from '../../api/json.ts';
import { isObjectNode, member, members, type Node } from './node.ts';
import type { Reading } from './reading.ts';

/**
 * The examples of a parameter, header or media type (OpenAPI 3.1 §4.8.19): `example`, then `examples` by name. A value
 * that stands in a file of its own (`externalValue`) is not read.
 */
export function readExamples(owner: Node, reading: Reading): readonly NamedExample[] {
  const single =
    isObjectNode(owner) && owner.value['example'] !== undefined
      ? [{ name: '', ...dataAt(owner, 'example') }]
      : [];
  const named = members(member(owner, 'examples')).flatMap(([name, node]) => {
    const { result: example } = reading.attempt(() => reading.followToObject(node, `The example ${name}`));
    if (!example) return []; // reported; an example is no reason to lose the operation
    return ['value', 'dataValue']
      .flatMap((key) => (key in example.value ? [{ name, ...dataAt(example, key) }] : []))
      .slice(0, 1);
  });
  return [...single, ...named];
}

/** A member as data, be it `null`. */
function dataAt(owner: Node, key: string): Omit<NamedExample, 'name'> {
  const value = (owner.value as Readonly<Record<string, Json>>)[key] ?? null;
  return { value, place: { document: owner.place.document, pointer: `${owner.place.pointer}/${key}` } };
}
