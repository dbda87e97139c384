import type { PositionTree } from './locate.ts';

/**
 * Positions in a JSON text (RFC 8259) that JSON.parse has accepted: one pass, no values made.
 *
 * Values stand in the order of the text. Each has an offset (of its key, or of itself in an array) and the number of
 * the value after its last descendant, so that siblings are one step apart.
 */
export function jsonPositions(text: string): PositionTree {
  const table = scan(text);
  const children = new Map<number, ReadonlyMap<string, number>>();
  const childrenOf = (parent: number) => {
    let known = children.get(parent);
    if (known === undefined) children.set(parent, (known = index(text, table, parent)));
    return known;
  };
  return {
    offsetOf(segments) {
      let node = 0;
      for (const segment of segments) {
        const child = childrenOf(node).get(segment);
        if (child === undefined) break;
        node = child;
      }
      return table.offsets[node] ?? 0;
    },
  };
}

interface Table {
  readonly offsets: Int32Array;
  readonly ends: Int32Array;
}

const quote = 34;
const comma = 44;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

function scan(text: string): Table {
  let offsets = new Int32Array(1024);
  let ends = new Int32Array(1024);
  let count = 0;
  const add = (offset: number) => {
    if (count === offsets.length) {
      offsets = grown(offsets);
      ends = grown(ends);
    }
    offsets[count] = offset;
    count += 1;
    ends[count - 1] = count;
  };
  /** Containers that are open: in an object, values are counted where their keys begin. */
  const open: { readonly node: number; readonly isObject: boolean }[] = [];
  let expectsNode = true; // at the start of a key (in an object) or of a value (elsewhere)
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (char <= 32 || char === 0xfeff) continue;
    if (char === quote) {
      if (expectsNode) add(at);
      expectsNode = false;
      at = stringEnd(text, at);
    } else if (char === openBrace || char === openBracket) {
      if (expectsNode) add(at);
      open.push({ node: count - 1, isObject: char === openBrace });
      expectsNode = true;
    } else if (char === closeBrace || char === closeBracket) {
      const closed = open.pop();
      if (closed) ends[closed.node] = count;
      expectsNode = false;
    } else if (char === comma) {
      expectsNode = true;
    } else if (expectsNode) {
      add(at);
      expectsNode = false;
    }
  }
  return { offsets: offsets.subarray(0, count), ends: ends.subarray(0, count) };
}

/** The offset of the closing quote of the string that opens at `at`. */
function stringEnd(text: string, at: number): number {
  for (let next = text.indexOf('"', at + 1); next >= 0; next = text.indexOf('"', next + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(next - 1 - backslashes) === backslash) backslashes += 1;
    if (backslashes % 2 === 0) return next;
  }
  return text.length;
}

/** The children of a container, by key or index; of a key that is there twice, the last one, as JSON.parse has it. */
function index(text: string, { offsets, ends }: Table, parent: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const isArray = containerAt(text, offsets[parent] ?? 0) === openBracket;
  const end = ends[parent] ?? 0;
  for (let child = parent + 1; child < end; child = ends[child] ?? end) {
    const offset = offsets[child] ?? 0;
    found.set(isArray ? String(found.size) : keyAt(text, offset), child);
  }
  return found;
}

/** The key whose opening quote is at `offset`; most are written as they are. */
function keyAt(text: string, offset: number): string {
  const end = stringEnd(text, offset);
  const key = text.slice(offset + 1, end);
  return key.includes('\\') ? (JSON.parse(text.slice(offset, end + 1)) as string) : key;
}

/** The first character of the value whose node begins at `offset`, be it the value itself or its key. */
function containerAt(text: string, offset: number): number {
  const first = text.charCodeAt(offset);
  if (first !== quote) return first;
  const rest = /\s*:\s*/y;
  rest.lastIndex = stringEnd(text, offset) + 1;
  return rest.test(text) ? text.charCodeAt(rest.lastIndex) : first;
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
