import type { Parameter } from '../api/api.ts';
import { namesAnotherThing } from '../api/dependencies.ts';
import type { Json } from '../api/json.ts';
import type { JsonSchema } from '../api/json-schema.ts';
import { parts } from '../api/schema-shape.ts';
import type { Report } from '../diagnostics/report.ts';
import { serialise } from '../values/wire.ts';
import { isMadeOfRequest, knownHeaderValue } from './known-headers.ts';
import { freshKey, isIdempotencyKey } from './fresh-key.ts';
import type { Value } from './value.ts';
import type { SentParameter } from './parameters.ts';
import type { Extent, Unmade } from './requests.ts';
import type { Samples } from './samples.ts';
import type { Direction } from './subject.ts';
import { literal } from './value.ts';

/** A parameter as it is sent where nothing around it gives its value; or that only the user knows one. */
export type OwnParameter =
  SentParameter | Unmade | { readonly needsSeed: true; readonly example?: Json | undefined };

interface Known {
  readonly sent: Direction;
  readonly samples: Samples;
  readonly report: Report;
}

/** What parameters are by themselves, each worked out once for all operations that refer to it. */
export class OwnParameters {
  readonly #known: Known;
  readonly #found = {
    minimal: new WeakMap<Parameter, OwnParameter>(),
    maximal: new WeakMap<Parameter, OwnParameter>(),
  };

  constructor(known: Known) {
    this.#known = known;
  }

  of(parameter: Parameter, extent: Extent): OwnParameter {
    if (typeof extent === 'object') return ownParameter(this.#known, { parameter, extent });
    const found = this.#found[extent === 'maximal' ? 'maximal' : 'minimal'];
    let own = found.get(parameter);
    if (own === undefined) found.set(parameter, (own = ownParameter(this.#known, { parameter, extent })));
    return own;
  }
}

interface Asked {
  readonly parameter: Parameter;
  readonly extent: Extent;
}

function ownParameter(known: Known, { parameter, extent }: Asked): OwnParameter {
  const { sent, samples } = known;
  const schema = sent.of(parameter.schema);
  const { name } = parameter;
  const example = validExample(known, { parameter, extent }, schema);
  if (needsSeed(known, parameter, example)) return { needsSeed: true, example };
  const isHeader = parameter.in === 'header';
  const key = isHeader && isIdempotencyKey(name) ? freshKey(schema, sent.validator) : undefined;
  if (key) return { parameter, schema, wire: { [name]: key } };
  const header = isHeader ? knownHeaderValue(name, schema, sent) : undefined;
  if (header === '*') return { parameter, schema, wire: { [name]: literal(header) } };

  const size = extent === 'maximal' ? 'maximal' : 'minimal';
  const best = example ?? header;
  const built = best !== undefined ? { value: best } : samples.ofParameter(parameter, size);
  if ('contradiction' in built) {
    const { isProved } = built.contradiction;
    const says = isProved ? 'No value can meet' : 'No value was found that meets';
    const reason = `${says} the schema of the ${parameter.in} parameter ${name}: ${built.contradiction.reason}`;
    return { unmade: { code: isProved ? 'contradiction' : 'not-made', reason, place: parameter.place } };
  }
  return { parameter, schema, made: built.value, wire: literals(serialise(parameter, built.value)) };
}

export function literals(wire: Readonly<Record<string, Json>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(wire).map(([name, json]) => [name, literal(json)]));
}

/** The contract's first example that meets the schema, the parameter's own before the schema's; of a named set, the one with that name. */
function validExample(
  { sent, report }: Known,
  { parameter, extent }: Asked,
  schema: JsonSchema,
): Json | undefined {
  const isNamed =
    typeof extent === 'object' && parameter.examples.some(({ name }) => name === extent.example);
  const wanted = parameter.examples.filter(({ name }) => !isNamed || name === extent.example);
  for (const { value, place } of wanted) {
    const [problem] = sent.validator.problems(schema, value);
    if (problem === undefined) return value;
    report.add('values/invalid-example', place, { problem: `${parameter.name} ${problem.message}` });
  }
  const shown = parts(schema, sent.schemas).flatMap(({ examples = [] }) => examples);
  return shown.find((value) => sent.validator.isValid(schema, value));
}

/**
 * Whether only the user can know a value: it names a thing, and no operation makes such a thing. In a path nearly
 * everything does, and an example there shows what a name looks like, not that there is such a thing.
 */
function needsSeed({ sent: { schemas } }: Known, parameter: Parameter, example: Json | undefined): boolean {
  if (parameter.in === 'header') return isMadeOfRequest(parameter.name);
  const isClosed = parts(parameter.schema, schemas).some(
    (part) =>
      part.enum !== undefined ||
      part.const !== undefined ||
      part.default !== undefined ||
      part.type === 'boolean' ||
      part.format === 'date' ||
      part.format === 'date-time',
  );
  if (isClosed) return false;
  return parameter.in === 'path' || (example === undefined && namesAnotherThing(parameter.name));
}
