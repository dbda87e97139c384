import { member, textOf, type Node } from '../openapi/node.ts';
import { segmentsOf } from '../../source/place.ts';

/** The reusable parts of an Arazzo document (§4.6.9). */
export class Components {
  readonly #components: Node | undefined;

  constructor(components: Node | undefined) {
    this.#components = components;
  }

  /** The node itself, or what it refers to: `reference: $components.parameters.page`, `$ref: '#/components/inputs/book'`. */
  resolve(node: Node | undefined): Node | undefined {
    const reference = textOf(node, 'reference');
    if (reference?.startsWith('$components.')) return this.#at(reference.split('.').slice(1));
    const pointer = textOf(node, '$ref');
    if (pointer?.startsWith('#/components/')) return this.#at(segmentsOf(pointer.slice(1)).slice(1));
    return node;
  }

  #at(names: readonly string[]): Node | undefined {
    return names.reduce<Node | undefined>((owner, name) => member(owner, name), this.#components);
  }
}
