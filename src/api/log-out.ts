import type { Api, Operation } from './api.ts';
import type { Resource } from './resources.ts';
import { kebab, wordsOf } from './words.ts';

/** The operation that ends what a log-in began. */
export interface LogOut {
  readonly operation: Operation;
  /** Its path parameters, as JSON Pointers into the answer to the log-in. */
  readonly parameters: Readonly<Record<string, string>>;
  /**
   * Whether the contract tells that the credential is refused from then on: the session is a thing that is deleted, or
   * prose says so. A token that the server does not keep may well stay good.
   */
  readonly endsCredential: boolean;
}

/** By an OpenAPI Link of the log-in's answer, as the deletion of what the log-in created, or by its name. */
export function findLogOut(logIn: Operation, api: Api, resources: readonly Resource[]): LogOut | undefined {
  return byLink(logIn, api) ?? byResource(logIn, resources) ?? byName(api);
}

function byLink(logIn: Operation, { operations }: Api): LogOut | undefined {
  for (const { operation: key, parameters } of logIn.responses.flatMap(({ links }) => links)) {
    const operation = operations.find((one) => one.key === key);
    if (operation === undefined || !(operation.method === 'DELETE' || isNamed(operation))) continue;
    const pointers = Object.entries(parameters).map(([name, value]) => {
      const pointer = typeof value === 'string' ? /^\$response\.body#(\/.*)$/.exec(value)?.[1] : undefined;
      return [name.replace(/^path\./, ''), pointer] as const;
    });
    if (pointers.some(([, pointer]) => pointer === undefined)) continue;
    return logOut(operation, Object.fromEntries(pointers) as Record<string, string>);
  }
  return undefined;
}

function byResource(logIn: Operation, resources: readonly Resource[]): LogOut | undefined {
  const session = resources.find(({ create }) => create === logIn);
  if (session?.remove === undefined || session.identity?.from !== 'answer') return undefined;
  return logOut(session.remove, { [session.parameter]: session.identity.pointer });
}

function byName({ operations }: Api): LogOut | undefined {
  const operation = operations.find(
    (one) => isNamed(one) && (one.method === 'POST' || one.method === 'DELETE') && !one.path.includes('{'),
  );
  return operation && logOut(operation, {});
}

function logOut(operation: Operation, parameters: LogOut['parameters']): LogOut | undefined {
  const holes = [...operation.path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name!);
  if (!holes.every((name) => name in parameters) || operation.body?.required === true) return undefined;
  const { method, summary = '', description = '' } = operation;
  const isTold = /\b(revoke|invalidate|blacklist|expire)[sd]?\b|\bends? (the|this|your) session\b/i.test(
    `${summary} ${description}`,
  );
  return { operation, parameters, endsCredential: method === 'DELETE' || isTold };
}

function isNamed({ name, path }: Operation): boolean {
  const last = path.split('/').at(-1) ?? '';
  return [kebab(name), kebab(wordsOf(last))].some((text) => /^(user-)?(log|sign)-?out(-user)?$/.test(text));
}
