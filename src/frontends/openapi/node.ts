import { below, type Place } from '../../source/place.ts';

/** A value of the description, and where it stands. */
export interface Node {
  readonly value: unknown;
  readonly place: Place;
}

/** A node that is an object. */
export interface ObjectNode extends Node {
  readonly value: Members;
}

export type Members = Readonly<Record<string, unknown>>;

export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isObjectNode(node: Node | undefined): node is ObjectNode {
  return node !== undefined && isMembers(node.value);
}

/** A member of an object; undefined where there is none, or where the node is no object. `null` counts as none. */
export function member(node: Node | undefined, key: string): Node | undefined {
  const value = valueOf(node, key);
  return value === undefined || value === null ? undefined : { value, place: below(node!.place, key) };
}

/** The value of a member, for whom its place is no matter. */
function valueOf(node: Node | undefined, key: string): unknown {
  return isObjectNode(node) && Object.hasOwn(node.value, key) ? node.value[key] : undefined;
}

/** Every member of an object with its key, in the order of the document; none where the node is no object. */
export function members(node: Node | undefined): readonly (readonly [key: string, node: Node])[] {
  if (!isObjectNode(node)) return [];
  return Object.keys(node.value).map((key) => [
    key,
    { value: node.value[key], place: below(node.place, key) },
  ]);
}

/** Every item of an array; none where the node is no array. */
export function items(node: Node | undefined): readonly Node[] {
  if (node === undefined || !Array.isArray(node.value)) return [];
  return node.value.map((value: unknown, index) => ({ value, place: below(node.place, index) }));
}

/** The text of a member; a number is read as the text that it is in the document (`version: 3.1`). */
export function textOf(node: Node | undefined, key: string): string | undefined {
  const value = valueOf(node, key);
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}

export function isTrue(node: Node | undefined, key: string): boolean {
  return valueOf(node, key) === true;
}

/** The target of a Reference Object; undefined where the node is none. */
export function referenceOf(node: Node): string | undefined {
  return isMembers(node.value) && typeof node.value['$ref'] === 'string' ? node.value['$ref'] : undefined;
}

/** Adds an own member, be it called `__proto__`. */
export function put<T>(object: Record<string, T>, key: string, value: T): void {
  if (key === '__proto__')
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  else object[key] = value;
}
