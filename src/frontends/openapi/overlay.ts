import type { Report } from '../../diagnostics/report.ts';
import type { Source } from '../../source/source.ts';
import { isMembers, items, member, put, textOf, type Members, type Node } from './node.ts';

/** Selects nodes of a document by a JSONPath (RFC 9535): where each stands, from the root. Throws on a wrong path. */
type Select = (target: string, document: unknown) => readonly (readonly (string | number)[])[];

/**
 * A description with overlays applied, in order (OpenAPI Overlay Specification 1.0.0). The source itself is unchanged.
 *
 * @returns undefined, and an error in the report, where something is no overlay. A target that matches nothing is a
 * warning.
 */
export async function applyOverlays(
  source: Source,
  overlays: readonly Source[],
  report: Report,
): Promise<Source | undefined> {
  const { query } = await import('json-p3');
  const select: Select = (target, document) =>
    query(target, document as Parameters<typeof query>[1]).nodes.map(({ location }) => location);
  let value: unknown = source.value;
  for (const overlay of overlays) {
    const applied = applyOverlay(value, overlay, { report, select });
    if (!applied) return undefined;
    ({ value } = applied);
  }
  return { ...source, value };
}

interface Tools {
  readonly report: Report;
  readonly select: Select;
}

function applyOverlay(
  value: unknown,
  overlay: Source,
  tools: Tools,
): { readonly value: unknown } | undefined {
  const root: Node = { value: overlay.value, place: { document: overlay.document, pointer: '' } };
  const fail = (reason: string, { place }: Node) => {
    tools.report.add('overlay/invalid', place, { document: overlay.document, reason });
    return undefined;
  };
  if (!/^1\.\d+/.test(textOf(root, 'overlay') ?? ''))
    return fail('it does not begin with overlay: 1.0.0', root);
  let changed = value;
  for (const action of items(member(root, 'actions'))) {
    const target = textOf(action, 'target');
    if (target === undefined) return fail('an action has no target', action);
    const selected = selectOrReason(target, changed, tools.select);
    if (typeof selected === 'string') return fail(selected, action);
    if (selected.length === 0) tools.report.add('overlay/no-match', action.place, { target });
    changed = perform(action, changed, selected);
  }
  return { value: changed };
}

function selectOrReason(target: string, document: unknown, select: Select): ReturnType<Select> | string {
  try {
    return select(target, document);
  } catch (error) {
    return `${target} is no JSONPath: ${(error as Error).message}`;
  }
}

/** `remove` comes before `update` (§4.4.3). The last selected node goes first, so that items keep their places. */
function perform(action: Node, document: unknown, selected: ReturnType<Select>): unknown {
  const isRemoval = member(action, 'remove')?.value === true;
  const update = member(action, 'update');
  if (!isRemoval && update === undefined) return document;
  const change = (value: unknown) => (isRemoval ? undefined : updated(value, update?.value));
  return selected
    .toReversed()
    .reduce<unknown>((changed, location) => changedAt(changed, location, change), document);
}

/** The same value with what stands at a location changed; undefined removes it. */
function changedAt(
  value: unknown,
  location: readonly (string | number)[],
  change: (value: unknown) => unknown,
): unknown {
  const [head, ...rest] = location;
  if (head === undefined) return change(value);
  if (Array.isArray(value)) {
    const item = changedAt(value[Number(head)], rest, change);
    return item === undefined ? value.toSpliced(Number(head), 1) : value.with(Number(head), item);
  }
  if (!isMembers(value) || !Object.hasOwn(value, head)) return value; // an earlier removal took it away
  const made: Record<string, unknown> = {};
  for (const [key, child] of Object.entries(value)) {
    const kept = key === String(head) ? changedAt(child, rest, change) : child;
    if (kept !== undefined) put(made, key, kept);
  }
  return made;
}

/** An object is merged, recursively; an array gets one more item; anything else is replaced (§4.4.3). */
function updated(value: unknown, update: unknown): unknown {
  if (Array.isArray(value)) return [...(value as readonly unknown[]), update];
  return merged(value, update);
}

/** Where both have an object, its members; where both have an array, the items of both; else the update. */
function merged(value: unknown, update: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(update))
    return [...(value as readonly unknown[]), ...(update as readonly unknown[])];
  if (!isMembers(value) || !isMembers(update)) return update;
  const made: Record<string, unknown> = { ...(value as Members) };
  for (const [key, said] of Object.entries(update)) {
    put(made, key, Object.hasOwn(value, key) ? merged(value[key], said) : said);
  }
  return made;
}
