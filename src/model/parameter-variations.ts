import type { Parameter } from '../api/api.ts';
import type { Json } from '../api/json.ts';
import { namesAnotherThing } from '../api/dependencies.ts';
import { holds } from '../api/inter-parameter.ts';
import { pagingOf } from '../api/paging.ts';
import { pointerTokens } from '../api/schema-shape.ts';
import type { Place } from '../source/place.ts';
import { arrives } from '../values/observe.ts';
import { passesOtherEnd } from '../values/ordered-ends.ts';
import { withChange } from '../values/pointer.ts';
import type { Variation, Variations, Variator } from '../values/vary.ts';
import { serialise, type Scalar, type Wire } from '../values/wire.ts';
import { assignmentOf } from './arrange.ts';
import { placeOf } from './place-of.ts';
import { described, isFieldText, onlyServerKnows, type Varying } from './not-varied.ts';
import { hasKnownGrammar } from './known-headers.ts';
import { conditionsOf, type SentParameter } from './parameters.ts';
import type { GoodRequest } from './requests.ts';
import { wordsOfParameter } from './samples.ts';

/** Another good value of one parameter, as it travels. */
export interface VariedParameter {
  readonly parameter: Parameter;
  readonly variation: Variation;
  readonly wire: Scalar | readonly Scalar[];
  readonly place: Place;
}

/** The other good values of a parameter that look different on the wire, and go with the rest of the good request. */
export function parameterVariations(
  { parameter, schema, made }: SentParameter,
  good: GoodRequest,
  { operation, subject, note }: Varying,
): readonly VariedParameter[] {
  const isSent = good.parameters.some((sent) => sent.parameter === parameter);
  const { name, in: location } = parameter;
  if (made === undefined || parameter.given !== undefined) return [];
  if (namesAnotherThing(name) && !parameter.required) return [];
  const found = variationsAt({ parameter, schema, made }, subject.sent.variator);
  const placed = (origin: Variation['origin']) => placeOf({ origin }, parameter.place, subject);
  for (const untold of found.untold) note(described(untold, placed(untold.origin)));
  if (found.variations.length === 0) return [];
  const position = pagingOf(operation, subject.api.schemas)?.position?.parameter;
  const seen = new Set(isSent ? [textOf(serialise(parameter, made))] : []);
  return found.variations.flatMap((variation): VariedParameter[] => {
    const place = placed(variation.origin);
    const leave = (reason: string): VariedParameter[] => {
      note({ code: 'not-free', reason: `It is not tried that ${variation.label}: ${reason}`, place });
      return [];
    };
    if (parameter === position && variation.keyword !== 'minimum')
      return leave('beyond the last page some servers answer 404');
    if (location === 'header' && hasKnownGrammar(name) && variation.keyword.endsWith('Length'))
      return leave('the header has a grammar of its own');
    const closed = operation.method === 'GET' ? undefined : onlyServerKnows(name, operation, subject);
    if (closed !== undefined && variation.variant.startsWith('enum/')) return leave(closed);
    const whole = withChange(made, pointerTokens(variation.pointer), variation.value);
    const wire = serialise(parameter, whole);
    const own = wire[name];
    if (own === undefined || Object.keys(wire).length !== 1 || !isFieldText(whole)) return [];
    const values = new Map([...assignmentOf(good.parameters), [name, whole]]);
    if (!conditionsOf(operation).every((condition) => holds(condition, values)))
      return leave('it would not go with the others');
    if (location === 'query' && passesOtherEnd(queriesOf(good), { name, value: whole }))
      return leave('it would pass the other end of its range');
    const texts = [own].flat().map(String);
    if (!texts.every((text) => text !== '' && arrives(text, location)))
      return leave('it would not arrive as it was sent');
    const print = textOf(wire);
    if (seen.has(print)) return [];
    seen.add(print);
    return [{ parameter, variation, wire: own, place }];
  });
}

/** What the good request says in its query, by name. */
function queriesOf({ parameters }: GoodRequest): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    parameters.flatMap(({ parameter, made }) =>
      parameter.in === 'query' && made !== undefined ? [[parameter.name, made] as const] : [],
    ),
  );
}

/** What is said of a parameter in the same words has the same other values in all operations. */
function variationsAt(
  { parameter, schema, made }: Required<Pick<SentParameter, 'parameter' | 'schema' | 'made'>>,
  variator: Variator,
): Variations {
  let known = knownTo.get(variator);
  if (known === undefined) knownTo.set(variator, (known = new Map()));
  const words = wordsOfParameter(parameter);
  const last = known.get(words);
  if (last?.made === made) return last.found;
  const { name } = parameter;
  const found = variator.variations(schema, made, { name, seed: name, names: new Set() });
  known.set(words, { made, found });
  return found;
}

/** Of each parameter, by its words: the good value that was varied last, and what it may be instead. */
const knownTo = new WeakMap<Variator, Map<string, { readonly made: Json; readonly found: Variations }>>();

function textOf(wire: Wire): string {
  return JSON.stringify(Object.values(wire).flat().map(String));
}
