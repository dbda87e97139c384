import { load, type EventType, type LoadOptions, type State } from 'js-yaml';
import type { PositionTree } from './locate.ts';
import { maxDepth, schema } from './parse.ts';

interface YamlNode {
  readonly offset: number;
  readonly children: ReadonlyMap<string, YamlNode>;
}

interface Composed {
  readonly offset: number;
  readonly value: unknown;
  readonly node: YamlNode;
}

const leafless: ReadonlyMap<string, YamlNode> = new Map();

/**
 * Positions in a YAML text that js-yaml has accepted: its own parse events, put together to a tree. What an alias
 * stands for has the alias' position; what js-yaml's events do not tell apart has its parent's.
 */
export function yamlPositions(text: string): PositionTree {
  const root = compose(text);
  return {
    offsetOf(segments) {
      let node = root;
      for (const segment of segments) {
        const child = node.children.get(segment);
        if (child === undefined) break;
        node = child;
      }
      return node.offset;
    },
  };
}

function compose(text: string): YamlNode {
  const open: { readonly offset: number; readonly composed: Composed[] }[] = [{ offset: 0, composed: [] }];
  load(text, {
    schema,
    maxDepth,
    json: true,
    listener(event: EventType, state: State) {
      if (event === 'open') {
        open.push({ offset: state.position, composed: [] });
        return;
      }
      const closed = open.pop();
      if (!closed) return;
      const value = state.result as unknown;
      const offset = contentFrom(state.input, closed.offset);
      const children = childrenOf(value, closed.composed, state.input);
      open.at(-1)?.composed.push({ offset, value, node: { offset, children } });
    },
  } as LoadOptions);
  return { offset: 0, children: open[0]?.composed.at(-1)?.node.children ?? leafless };
}

function childrenOf(
  value: unknown,
  composed: readonly Composed[],
  text: string,
): ReadonlyMap<string, YamlNode> {
  if (typeof value !== 'object' || value === null || composed.length === 0) return leafless;
  if (Array.isArray(value)) {
    if (value.length !== composed.length) return leafless;
    return new Map(composed.map(({ node }, index) => [String(index), node]));
  }
  return membersOf(composed, text);
}

/** Keys and values take turns; only a key in a flow mapping can be without a value (`{a, b: 1}`). */
function membersOf(composed: readonly Composed[], text: string): ReadonlyMap<string, YamlNode> {
  const members = new Map<string, YamlNode>();
  for (let at = 0; at < composed.length; at += 1) {
    const key = composed[at];
    const value = composed[at + 1];
    if (key === undefined) break;
    const hasValue = value !== undefined && text.slice(key.offset, value.offset + 1).includes(':');
    members.set(String(key.value), {
      offset: key.offset,
      children: hasValue ? value.node.children : leafless,
    });
    if (hasValue) at += 1;
  }
  return members;
}

/** An event comes before the blanks and comments that lead to its node. */
function contentFrom(text: string, offset: number): number {
  const blanks = /(?:[ \t\r\n]+|#[^\r\n]*)*/y;
  blanks.lastIndex = offset;
  blanks.test(text);
  return blanks.lastIndex;
}
