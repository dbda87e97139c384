import type { Parameter } from '../api/api.ts';
import { isObject, type Json } from '../api/json.ts';
import type { JsonSchema } from '../api/json-schema.ts';
import { pointerTokens } from '../api/schema-shape.ts';
import { deviationBase, nameOf, type Omission } from '../values/deviate.ts';
import { fingerprint } from '../values/equality.ts';
import { parameterDeviations, type ParameterDeviation } from '../values/observe.ts';
import { memberOf } from '../values/pointer.ts';
import { serialise, type Wire } from '../values/wire.ts';
import type { Direction, Subject } from './subject.ts';

/** What can be wrong with a parameter in one way, as one name that travels. */
export interface ParameterFault {
  readonly deviation: ParameterDeviation;
  /** The parameter's own, or that of one member of an exploded object: `filter[min]`. */
  readonly name: string;
  /** Undefined: the name does not travel. */
  readonly value?: Wire[string];
}

export interface ParameterFaults {
  readonly faults: readonly ParameterFault[];
  readonly omissions: readonly Omission[];
}

/**
 * What can be wrong with a parameter: of the least that it may be, of the most, and of each alternative. A case changes
 * one name that travels; of a parameter that is spread over several, what changes more is left out, and so is what would
 * be wrong without the others, too.
 */
export function faultsOf(parameter: Parameter, { sent, requests }: Subject): ParameterFaults {
  const schema = sent.of(parameter.schema);
  const known = new Set<string>();
  const faults: ParameterFault[] = [];
  const omissions: Omission[] = [];
  const told = new Set<string>();
  for (const good of samplesOf(parameter, requests.samples)) {
    const seed = parameter.name;
    const { ways } = sent.variator.variations(schema, good, { name: seed, seed, names: new Set() });
    const about = { name: seed, names: known, ways };
    const found = parameterDeviations({ ...parameter, schema }, good, { ...sent, about });
    for (const deviation of found.deviations) {
      const id = nameOf(deviation);
      if (known.has(id)) continue;
      known.add(id);
      const fault = faultOf(deviation, { parameter, schema, good }, sent);
      if ('name' in fault) faults.push(fault);
      else omissions.push(omitted(deviation, fault));
    }
    for (const omission of found.omissions) {
      if (!told.has(omission.reason)) omissions.push(omission);
      told.add(omission.reason);
    }
  }
  return { faults, omissions };
}

/** Good values, the smallest first, each once. */
function samplesOf(parameter: Parameter, samples: Subject['requests']['samples']): readonly Json[] {
  const all = (['minimal', 'maximal'] as const).flatMap((size) => {
    const built = samples.ofParameter(parameter, size);
    return 'value' in built ? [built.value] : [];
  });
  return all.length === 2 && fingerprint(all[0]!) === fingerprint(all[1]!) ? all.slice(0, 1) : all;
}

interface Typed {
  readonly parameter: Parameter;
  readonly schema: JsonSchema;
  readonly good: Json;
}

/** Why a deviation is not tried. */
type Reason = Pick<Omission, 'code' | 'reason'>;

function faultOf(
  deviation: ParameterDeviation,
  { parameter, schema, good }: Typed,
  { validator }: Direction,
): ParameterFault | Reason {
  const base = deviationBase(good, deviation);
  const before = serialise(parameter, base);
  const after = deviation.wire;
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => fingerprint(before[name] ?? null) !== fingerprint(after[name] ?? null),
  );
  const [name = ''] = names;
  const value = after[name];
  if (names.length !== 1) return severalNames;
  if (name === parameter.name) return value === undefined ? severalNames : { deviation, name, value };
  if (value === '') return empty;
  if (!parameter.required) {
    const [member] = pointerTokens(deviation.pointer);
    if (value === undefined || member === undefined || !isObject(base)) return severalNames;
    const own = memberOf(base, member);
    if (!validator.isValid(schema, own === undefined ? {} : { [member]: own })) return severalNames;
  }
  return value === undefined ? { deviation, name } : { deviation, name, value };
}

const severalNames: Reason = {
  code: 'several-names',
  reason: 'it travels under several names, of which a case changes one',
};

const empty: Reason = {
  code: 'not-observable',
  reason: 'to many servers a name without a value is a name that is left out',
};

function omitted(
  { keyword, pointer, origin, also, label }: ParameterDeviation,
  { code, reason }: Reason,
): Omission {
  const said = `it is not tried that ${label}: ${reason}`;
  return { keyword, pointer, origin, ...(also && { also }), code, reason: said };
}
