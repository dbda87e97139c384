import { isArray, isObject, type Json } from '../../src/api/json.ts';
import type { Mutation, Way } from './mutation.ts';

/** An answer on its way back. */
export interface Reply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer;
}

/** The answer with the fault in it; undefined where this answer has no place for it. */
export function applied({ of, change }: Mutation, reply: Reply): Reply | undefined {
  const { status, headers, body } = reply;
  if (of === 'success' ? status >= 300 : status < 400 || status >= 500) return undefined;
  switch (change.what) {
    case 'status':
      return status === change.status ? undefined : { ...reply, status: change.status };
    case 'no body':
      return body.length === 0 ? undefined : { ...reply, body: Buffer.alloc(0) };
    case 'header': {
      const { [change.name.toLowerCase()]: before, ...others } = headers;
      if (before === undefined) return undefined;
      return {
        ...reply,
        headers: { ...others, ...(change.value !== undefined && { [change.name]: change.value }) },
      };
    }
    case 'ignore':
      return undefined; // a matter of the request
    case 'remove':
    case 'put':
    case 'alter':
    case 'shorten': {
      const value = parsed(body);
      if (value === undefined) return undefined;
      const changed = at(value, change.way, (before) => changedPart(change, before));
      if (changed === undefined || changed === gone) return undefined;
      return { ...reply, body: Buffer.from(JSON.stringify(changed)) };
    }
  }
}

/** What is removed from its owner. */
const gone = Symbol('gone');
type Part = Json | typeof gone;

type InBody = Extract<Mutation['change'], { readonly way: Way }>;

/** Undefined: it cannot be done to this part. */
function changedPart(change: InBody, before: Json | undefined): Part | undefined {
  switch (change.what) {
    case 'remove':
      return before === undefined ? undefined : gone;
    case 'put':
      return change.value as Json;
    case 'alter':
      return typeof before === 'string' ? `${before} altered` : undefined;
    case 'shorten':
      if (!isArray(before) || before.length === 0) return undefined;
      return change.by === 'all' ? [] : before.slice(0, -1);
  }
}

/** The value with another part where the way leads to; undefined where it leads nowhere. */
function at(
  value: Json,
  [step, ...rest]: Way,
  change: (before: Json | undefined) => Part | undefined,
): Part | undefined {
  if (step === undefined) return change(value);
  if (step === 0) {
    if (!isArray(value) || value.length === 0) return undefined;
    const first = at(value[0]!, rest, change);
    return first === undefined || first === gone ? undefined : [first, ...value.slice(1)];
  }
  if (!isObject(value)) return undefined;
  const before = value[step];
  const after =
    rest.length === 0 ? change(before) : before === undefined ? undefined : at(before, rest, change);
  if (after === undefined) return undefined;
  const { [step]: _, ...others } = value;
  return after === gone ? others : { ...value, [step]: after };
}

function parsed(body: Buffer): Json | undefined {
  try {
    return JSON.parse(body.toString('utf8')) as Json;
  } catch {
    return undefined; // no JSON, so there is no place in it
  }
}
