import type { Api, Operation } from '../../api/api.ts';
import { segmentsOf } from '../../source/place.ts';
import { textOf, type Node } from '../openapi/node.ts';

/** The operations that the steps of one document can lead to. */
export class Targets {
  readonly #api: Api;
  /** Names of the descriptions that the document has beside others'. */
  readonly #names: readonly string[];

  constructor(descriptions: readonly Node[], api: Api) {
    this.#api = api;
    this.#names = descriptions.flatMap((node) => textOf(node, 'name') ?? []);
  }

  /** What a step leads to, by operationId or operationPath (Arazzo 1.0 §4.6.5); or why it leads nowhere. */
  of(step: Node): Operation | { readonly reason: string } {
    const id = textOf(step, 'operationId');
    if (id !== undefined) return this.#byId(id);
    const path = textOf(step, 'operationPath');
    if (path !== undefined) return this.#byPath(path);
    if (textOf(step, 'channelPath') !== undefined)
      return { reason: 'a step that sends or receives messages is not compiled' };
    return { reason: 'a step has neither operationId, operationPath nor workflowId' };
  }

  #byId(said: string): Operation | { readonly reason: string } {
    const [, name, own] = /^\$sourceDescriptions\.([^.]+)\.(.+)$/s.exec(said) ?? [];
    const id = own ?? said;
    if (name !== undefined && !this.#names.includes(name))
      return { reason: `there is no source description ${name}` };
    const found = this.#api.operations.filter(({ operationId }) => operationId === id);
    return found.length === 1
      ? found[0]!
      : { reason: `no operation, or more than one, has the operationId ${id}` };
  }

  #byPath(said: string): Operation | { readonly reason: string } {
    const pointer = said.slice(said.indexOf('#') + 1);
    const [root, path, method] = segmentsOf(pointer);
    const found = this.#api.operations.find(
      (operation) =>
        root === 'paths' &&
        operation.path === path &&
        operation.method.toLowerCase() === method?.toLowerCase(),
    );
    return found ?? { reason: `there is no operation at ${said}` };
  }
}
