import type { Api, ApiGap } from '../../api/api.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Place } from '../../source/place.ts';
import type { Documents } from './documents.ts';
import { isObjectNode, referenceOf, type Node, type ObjectNode } from './node.ts';
import type { Version } from './version.ts';

/** A result, and why what uses it cannot be compiled (empty: it can). */
export interface Attempt<T> {
  readonly result: T;
  readonly losses: readonly string[];
}

/** Longer than any chain of references that is meant. */
const longestChain = 100;

/** One description while it is read: where its problems go, and what they take with them. */
export class Reading {
  readonly version: Version;
  readonly documents: Documents;
  readonly report: Report;
  readonly #gaps: ApiGap[] = [];
  /** By kind: a reference that is followed again leads to the same node. */
  readonly #shared = new Map<string, WeakMap<ObjectNode, Attempt<unknown>>>();
  #losses: string[] = [];

  constructor(parts: { readonly version: Version; readonly documents: Documents; readonly report: Report }) {
    this.version = parts.version;
    this.documents = parts.documents;
    this.report = parts.report;
  }

  get gaps(): Api['gaps'] {
    return this.#gaps;
  }

  /** Notes a part of the contract that is not compiled. */
  gap(code: string, reason: string, place: Place): void {
    this.#gaps.push({ code, reason, place });
  }

  /** Follows a reference, and those that it leads to. Undefined where they lead nowhere: reported, and a loss. */
  follow(node: Node): Node | undefined {
    let current = node;
    for (let step = 0; step < longestChain; step += 1) {
      const reference = referenceOf(current);
      if (reference === undefined) return current;
      const resolved = this.documents.resolve(reference, current.place);
      if (resolved.kind === 'problem') {
        this.report.add(resolved.code, current.place, { reference, reason: resolved.reason });
        return this.lose(`the reference ${reference} cannot be followed: ${resolved.reason}`);
      }
      current = resolved.node;
    }
    const reference = referenceOf(node) ?? '';
    this.report.add('openapi/reference-loop', node.place, { reference });
    return this.lose(`the reference ${reference} leads back to itself`);
  }

  /** Follows a reference to an object. What is none is reported, and left out. */
  followToObject(node: Node | undefined, what: string): ObjectNode | undefined {
    const target = node && this.follow(node);
    if (target === undefined || isObjectNode(target)) return target;
    this.misplaced(target, what, 'an object');
    return undefined;
  }

  misplaced(node: Node, what: string, expected: string): void {
    this.report.add('openapi/misplaced', node.place, { what, expected });
  }

  /** A member that should be an array: its items; something else is reported, and read as none. */
  itemsOf(node: Node | undefined, what: string): readonly unknown[] {
    if (node === undefined || Array.isArray(node.value))
      return (node?.value as readonly unknown[] | undefined) ?? [];
    this.misplaced(node, what, 'an array');
    return [];
  }

  /** Says why the operation that is being read cannot be compiled. */
  lose(reason: string): undefined {
    this.#losses.push(reason);
    return undefined;
  }

  /** Reads something, and keeps apart what it loses. */
  attempt<T>(read: () => T): Attempt<T> {
    const outer = this.#losses;
    const losses: string[] = [];
    this.#losses = losses;
    try {
      return { result: read(), losses };
    } finally {
      this.#losses = outer;
    }
  }

  /**
   * Reads what a reference names once, however many operations refer to it, so that they share what is read: whatever is
   * worked out from it later is worked out once, too. It may be handed over with its reference followed already.
   *
   * @param kind what it is, for people; what is read in two ways has two kinds.
   */
  once<T>(kind: string, node: Node, read: (target: ObjectNode) => T): T | undefined {
    const target = this.followToObject(node, kind);
    if (target === undefined) return undefined;
    let ofKind = this.#shared.get(kind);
    if (ofKind === undefined) this.#shared.set(kind, (ofKind = new WeakMap()));
    let attempt = ofKind.get(target) as Attempt<T> | undefined;
    if (attempt === undefined) ofKind.set(target, (attempt = this.attempt(() => read(target))));
    if (attempt.losses.length > 0) this.#losses.push(...attempt.losses);
    return attempt.result;
  }
}
