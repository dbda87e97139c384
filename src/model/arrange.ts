import type { Assignment } from '../api/inter-parameter.ts';
import type { Json } from '../api/json.ts';
import type { Validator } from '../values/validate.ts';
import { serialise } from '../values/wire.ts';
import type { SentParameter } from './parameters.ts';
import { literal } from './value.ts';

/** The parameters of a request, and what may be done with them. */
export interface Arrangement {
  readonly sent: readonly SentParameter[];
  /** Optional parameters that might be sent, too. */
  readonly spare: readonly SentParameter[];
  /** The parameters that may be left out, added or changed, each with values that others are held against. */
  readonly mentioned: ReadonlyMap<string, readonly Json[]>;
  readonly validator: Validator;
}

/** The most changes at once: a dependency that needs more is none that a person understands. */
const mostChanges = 3;

/** The parameters with as few changes as possible, so that the assignment is accepted; undefined where none is found. */
export function arrange(
  arrangement: Arrangement,
  accepts: (values: Assignment) => boolean,
): readonly SentParameter[] | undefined {
  const options = [...arrangement.mentioned.keys()].map((name) => optionsOf(name, arrangement));
  for (let count = 0; count <= mostChanges; count++) {
    for (const changed of changes(arrangement.sent, options, count)) {
      if (accepts(assignmentOf(changed))) return changed;
    }
  }
  return undefined;
}

/** What is sent, by name. */
export function assignmentOf(sent: readonly SentParameter[]): Assignment {
  return new Map(sent.map(({ parameter, made }) => [parameter.name, made]));
}

/** What may become of one parameter. */
interface Option {
  readonly name: string;
  /** In its place; undefined: it is left out. */
  readonly turns: readonly (SentParameter | undefined)[];
}

function optionsOf(name: string, { sent, spare, mentioned, validator }: Arrangement): Option {
  const now = sent.find(({ parameter }) => parameter.name === name);
  const sample = now ?? spare.find(({ parameter }) => parameter.name === name);
  if (sample === undefined) return { name, turns: [] };
  const related = [...sent, ...spare].flatMap(({ parameter, made }) =>
    mentioned.has(parameter.name) && typeof made === 'number' ? [made, made + 1, made - 1] : (made ?? []),
  );
  const values = [...mentioned.get(name)!, ...related].filter(
    (value) =>
      sample.made !== undefined &&
      value !== sample.made &&
      typeof value === typeof sample.made &&
      validator.isValid(sample.schema, value),
  );
  return {
    name,
    turns: [
      ...(now === undefined ? [sample] : []),
      ...[...new Set(values)].map((value) => withValue(sample, value)),
      ...(now !== undefined && !now.parameter.required ? [undefined] : []),
    ],
  };
}

function withValue({ parameter, schema }: SentParameter, made: Json): SentParameter {
  const wire = Object.entries(serialise(parameter, made)).map(
    ([name, value]) => [name, literal(value)] as const,
  );
  return { parameter, schema, made, wire: Object.fromEntries(wire) };
}

/** The parameters with exactly so many of them turned. */
function* changes(
  sent: readonly SentParameter[],
  [first, ...rest]: readonly Option[],
  count: number,
): Generator<readonly SentParameter[]> {
  if (count === 0) yield sent;
  if (count === 0 || first === undefined) return;
  for (const turn of first.turns) {
    const others = sent.filter(({ parameter }) => parameter.name !== first.name);
    yield* changes(turn === undefined ? others : [...others, turn], rest, count - 1);
  }
  yield* changes(sent, rest, count);
}
