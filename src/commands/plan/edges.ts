import type { Plan } from './plan.ts';

/** Which operation gives something to which: one line of a diagram. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  /** `path bookId (container)`, one line for each need. */
  readonly labels: readonly string[];
  /** Whether each of them is more than likely. */
  readonly isCertain: boolean;
}

export interface Graph {
  /** Names of the operations that give or take something, in the contract's order. */
  readonly nodes: readonly string[];
  readonly edges: readonly Edge[];
}

/** The dependencies of a plan as a graph of operations. */
export function graphOf({ dependencies, operations }: Plan): Graph {
  const edges = new Map<string, { from: string; to: string; labels: string[]; isCertain: boolean }>();
  for (const { operation, producer, need, by, confidence } of dependencies) {
    const key = `${producer} ${operation}`;
    const edge = edges.get(key) ?? { from: producer, to: operation, labels: [], isCertain: true };
    edge.labels.push(`${need.in === 'body' ? `body ${need.pointer}` : `${need.in} ${need.name}`} (${by})`);
    edge.isCertain &&= confidence === 'certain';
    edges.set(key, edge);
  }
  const names = new Map(operations.map(({ key, name }) => [key, name]));
  const used = new Set([...edges.values()].flatMap(({ from, to }) => [from, to]));
  const nameOf = (key: string) => names.get(key) ?? key;
  return {
    nodes: operations.flatMap(({ key, name }) => (used.has(key) ? [name] : [])),
    edges: [...edges.values()].map((edge) => ({ ...edge, from: nameOf(edge.from), to: nameOf(edge.to) })),
  };
}
