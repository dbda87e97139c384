/** The kinds of cases, in the order in which every list, table and page has them. */
const caseKinds = [
  'happy',
  'required',
  'type',
  'bounds',
  'value',
  'shape',
  'dependency',
  'syntax',
  'method',
  'upload',
  'auth',
  'not-found',
  'lifecycle',
  'paging',
  'filtering',
  'sorting',
  'search',
  'ownership',
  'log-in',
  'location',
  'replace',
  'patch',
  'failed-write',
  'duplicate',
  'race',
  'conflict',
  'hierarchy',
  'conditional',
  'idempotency-key',
  'links',
  'workflow',
] as const;

export type CaseKind = (typeof caseKinds)[number];

/** Kinds in that order; what is none (an id that somebody has made up) comes last, as it came. */
export function inOrderOfKinds<Kind extends string>(kinds: Iterable<Kind>): readonly Kind[] {
  const ranks = new Map<string, number>(caseKinds.map((kind, rank) => [kind, rank]));
  const rank = (kind: string) => ranks.get(kind) ?? caseKinds.length;
  return [...kinds].sort((a, b) => rank(a) - rank(b));
}
