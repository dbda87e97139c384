import { kebab, type Words } from '../api/words.ts';
import type { Call, Example } from './model.ts';
import type { GoodRequest, Requests } from './requests.ts';
import { within, type Value } from './value.ts';

/** A request that is the same each time a story sends it. */
export interface Steady {
  readonly call: Call;
  /** What the story makes before its steps. */
  readonly given: readonly Example[];
  /** The body as the story speaks of it. */
  readonly value?: Value;
}

/** A request whose body, where it is another one each time it is made, is made once and kept under a name. */
export function steady({ call, body }: GoodRequest, name: Words, requests: Requests): Steady {
  if (body === undefined) return { call, given: [] };
  if (!isMadeAnew(body.value, requests)) return { call, given: [], value: body.value };
  const value: Value = { kind: 'given', name };
  return { call: { ...call, body: body.wrap(value) }, given: [{ name, value: body.value }], value };
}

/** Whether a value is another one each time it is made. */
export function isMadeAnew(value: Value, { examples }: Requests): boolean {
  const meant = value.kind === 'example' ? examples.get(kebab(value.name))!.value : value;
  return [...within(meant)].some(({ kind }) => kind === 'unique');
}
