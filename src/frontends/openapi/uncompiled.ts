import type { Operation } from '../../api/api.ts';
import { isMembers, member, members, type Node } from './node.ts';
import type { Found } from './paths.ts';
import type { Reading } from './reading.ts';
import type { Pooled } from './schema-pool.ts';
import { readServers } from './servers.ts';

/**
 * The operations that are served where the description is: all but those that name servers of their own, none of which
 * is one of the description's (OpenAPI 3.1 §4.8.10.1). These are told and become gaps: a suite has one base URL.
 */
export function servedHere(
  found: readonly Found[],
  { reading, root }: { readonly root: Node; readonly reading: Reading },
): readonly Found[] {
  const own = found.map(({ item, node }) =>
    [readServers(node), readServers(item)].find((servers) => servers.length > 0),
  );
  const described = readServers(root);
  const base = new Set(described.length > 0 ? described : own.find((servers) => servers !== undefined));
  return found.filter(({ method, node, path }, index) => {
    const servers = own[index];
    if (servers === undefined || servers.some((server) => base.has(server))) return true;
    const reason = `it is served from ${servers[0]}`;
    reading.report.add('openapi/not-compiled', node.place, { what: `${method} ${path}`, reason });
    reading.gap('other-server', `${method} ${path} is not tested: ${reason}.`, node.place);
    return false;
  });
}

/** Tells of the requests that a server sends: webhooks and callbacks. Suites call servers; they are not called. */
export function reportUncompiled(root: Node, found: readonly Found[], reading: Reading): void {
  for (const [name, { place }] of members(member(root, 'webhooks'))) tell(`The webhook ${name}`, place);
  for (const { method, node, path } of found) {
    for (const [name, { place }] of members(member(node, 'callbacks')))
      tell(`The callback ${name} of ${method} ${path}`, place);
  }

  function tell(what: string, place: Node['place']): void {
    const reason = 'the server sends it, and suites are not called';
    reading.report.add('openapi/not-compiled', place, { what, reason });
    reading.gap('server-sends', `${what} is not tested: ${reason}.`, place);
  }
}

/** The operations that use a schema which could not be read, directly or behind others, and why it could not. */
export function holesOf(
  operations: readonly Operation[],
  { holes, schemas }: Pooled,
): readonly { readonly operation: Operation; readonly reasons: readonly string[] }[] {
  if (holes.size === 0) return [];
  return operations.flatMap((operation) => {
    const { body, parameters, responses } = operation;
    const seen = new Set<string>();
    const open = [...namesBelow([body, parameters, responses])];
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (seen.has(name)) continue;
      seen.add(name);
      open.push(...namesBelow(schemas[name]));
    }
    const reasons = new Set([...seen].flatMap((name) => holes.get(name) ?? []));
    return reasons.size === 0 ? [] : [{ operation, reasons: [...reasons].toSorted() }];
  });
}

/** Names of the schemas that a value of the Api refers to, at any depth. */
function* namesBelow(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* namesBelow(item);
  if (!isMembers(value)) return;
  const reference = value['$ref'];
  if (typeof reference === 'string' && reference.startsWith('#/$defs/'))
    yield reference.slice('#/$defs/'.length);
  for (const part of Object.values(value)) yield* namesBelow(part);
}
