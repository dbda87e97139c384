import type { Operation } from '../api/api.ts';
import { isArray, type Json } from '../api/json.ts';
import { wordsOf } from '../api/words.ts';
import type { Place } from '../source/place.ts';
import type { Untold } from '../values/vary.ts';
import type { Subject } from './subject.ts';

/** A good value that is not tried. */
export interface NotVaried {
  readonly code: string;
  /** One line, without a full stop. */
  readonly reason: string;
  readonly place: Place;
}

/** The operation whose good requests are varied, and where it is told what is not tried. */
export interface Varying {
  readonly operation: Operation;
  readonly subject: Subject;
  note(one: NotVaried): void;
}

export function described({ code, reason }: Untold, place: Place): NotVaried {
  return { code, reason: reason.charAt(0).toUpperCase() + reason.slice(1), place };
}

/** What only the server knows to be allowed: who may have which role, and which state follows which. */
export function onlyServerKnows(
  name: string,
  operation: Operation,
  { requests }: Subject,
): string | undefined {
  const last = wordsOf(name).at(-1) ?? '';
  if (/^(role|roles|permission|permissions|scope|scopes)$/.test(last))
    return 'who may have it only the server knows';
  const does = requests.context.roles.get(operation.key)?.does;
  const isChange = does !== 'create' && operation.method !== 'GET';
  return isChange && /^(state|status|stage|phase|step)$/.test(last)
    ? 'what may follow what it is now only the server knows'
    : undefined;
}

/** Whether a form's field says this value, and no other: null and nothing are no text. */
export function isFieldText(value: Json): boolean {
  if (isArray(value))
    return value.length > 0 && value.every((item) => item !== null && typeof item !== 'object');
  return value !== null && value !== '' && typeof value !== 'object';
}
