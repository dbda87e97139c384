import type { Operation } from '../api/api.ts';
import { isArray, isObject, type Json } from '../api/json.ts';
import { memberAt, pointerTokens } from '../api/schema-shape.ts';
import { kebab } from '../api/words.ts';
import type { Place } from '../source/place.ts';
import { passesOtherEnd } from '../values/ordered-ends.ts';
import { pointerTo, valueAt } from '../values/pointer.ts';
import { type OtherWay, variationName, type Variation } from '../values/vary.ts';
import { placeOf } from './place-of.ts';
import { described, isFieldText, type NotVaried, onlyServerKnows, type Varying } from './not-varied.ts';
import { parameterVariations, type VariedParameter } from './parameter-variations.ts';
import { isMade, type GoodRequest } from './requests.ts';
import { atRunTime } from './run-time.ts';
import type { Subject } from './subject.ts';
import { mustBeUnique, saysWhatIsUnique } from './unique.ts';
import { literal, memberOf, type Value } from './value.ts';

/** A good request, and the other good bodies that differ from its own at one place. */
export interface BodyVariations {
  readonly request: GoodRequest;
  /** `full`: of the maximal request, for members that the good one does not have. */
  readonly base: 'good' | 'full';
  readonly variations: readonly VariedBody[];
  /** Those that go another way than the request's own body. */
  readonly ways: readonly BodyWay[];
}

export interface VariedBody extends Variation {
  /** What stands at the pointer, with its run-time parts. */
  readonly spelled: Value;
  readonly place: Place;
}

/** A body that has taken another alternative at one place. */
export interface BodyWay {
  readonly way: OtherWay;
  /** What stands at the pointer then, with its run-time parts. */
  readonly spelled: Value;
}

export interface OperationVariations {
  readonly bodies: readonly BodyVariations[];
  readonly parameters: readonly VariedParameter[];
  readonly notVaried: readonly NotVaried[];
}

/**
 * What else the good requests of one operation may say, one place at a time. Left out, with the reason, is what a right
 * server may refuse all the same: values that must be unique or that name things, the states and roles of which only the
 * server knows when they are allowed, and one end of a range that would pass the other.
 */
export function variationsOf(operation: Operation, subject: Subject): OperationVariations {
  let ofSubject = knownOf.get(subject);
  if (ofSubject === undefined) knownOf.set(subject, (ofSubject = new Map()));
  let found = ofSubject.get(operation);
  if (found === undefined) ofSubject.set(operation, (found = findVariations(operation, subject)));
  return found;
}

/** Several rules ask for those of one operation. */
const knownOf = new WeakMap<Subject, Map<Operation, OperationVariations>>();

function findVariations(operation: Operation, subject: Subject): OperationVariations {
  const good = subject.requests.good(operation);
  if (!isMade(good)) return { bodies: [], parameters: [], notVaried: [] };
  const notVaried: NotVaried[] = [];
  const maximal = subject.requests.maximal(operation);
  const context = { operation, subject, note: (one: NotVaried) => void notVaried.push(one) };
  const first = bodyVariations(good, { ...context, known: new Set() });
  const known = new Set([...first.variations, ...first.ways.map(({ way }) => way)].map(variationName));
  const second = maximal ? bodyVariations(maximal, { ...context, known }) : none;
  const others = maximal?.parameters.filter(
    ({ parameter }) => !good.parameters.some((sent) => sent.parameter === parameter),
  );
  const bodies: readonly BodyVariations[] = [
    { request: good, base: 'good', ...first },
    ...(maximal ? [{ request: maximal, base: 'full', ...second } as const] : []),
  ];
  return {
    bodies: bodies.filter(({ variations, ways }) => variations.length > 0 || ways.length > 0),
    parameters: [...good.parameters, ...(others ?? [])].flatMap((sent) =>
      parameterVariations(sent, good, context),
    ),
    notVaried: unique(notVaried),
  };
}

function bodyVariations(
  { body }: GoodRequest,
  context: Varying & { readonly known: ReadonlySet<string> },
): Pick<BodyVariations, 'variations' | 'ways'> {
  if (body?.schema === undefined || body.kind === 'text') return none;
  const { operation, subject, known, note } = context;
  const { schema, made, content } = body;
  const found = subject.sent.variator.variations(schema, made, {
    name: 'the body',
    seed: `${operation.key}/body`,
    names: known,
  });
  const placed = (origin: Variation['origin']) => placeOf({ origin }, content.place, subject);
  for (const untold of found.untold) note(described(untold, placed(untold.origin)));
  const spelled = spelledOut(body.value, subject);
  const runTime = runTimePointers(spelled);
  const given = new Set((content.given ?? []).map(({ pointer }) => pointer.slice(1)));
  const ways = found.ways.flatMap((way): BodyWay[] => {
    if (given.has(way.pointer)) return [];
    return [{ way, spelled: spelledAlternative(way, context) }];
  });
  const variations = found.variations.flatMap((variation): VariedBody[] => {
    const place = placed(variation.origin);
    if (given.has(variation.pointer)) return [];
    if (body.kind !== 'json' && !isFieldText(variation.value)) return [];
    const [field, ...inside] = pointerTokens(variation.pointer);
    if (body.kind !== 'json' && (field === undefined || inside.length > 0)) {
      note({
        code: 'not-observable',
        reason: `What ${field ?? 'the body'} holds is one text in a form: other values inside of it are not tried`,
        place: content.place,
      });
      return [];
    }
    const verdict = judged(variation, { schema, made, runTime }, context);
    if (typeof verdict !== 'string') return [{ ...variation, spelled: verdict, place }];
    note({ code: 'not-free', reason: `It is not tried that ${variation.label}: ${verdict}`, place });
    return [];
  });
  return { variations, ways };
}

const none: Pick<BodyVariations, 'variations' | 'ways'> = { variations: [], ways: [] };

interface Judging {
  readonly schema: NonNullable<NonNullable<GoodRequest['body']>['schema']>;
  readonly made: Json;
  readonly runTime: ReadonlyMap<string, Value['kind']>;
}

/** The value as it is sent; or why it is not. */
function judged(
  variation: Variation,
  { schema, made, runTime }: Judging,
  { operation, subject }: Varying,
): Value | string {
  const { pointer, value, variant, alternative } = variation;
  const { schemas } = subject.sent;
  const tokens = pointerTokens(pointer);
  const name = tokens.findLast((token) => !/^\d+$/.test(token)) ?? '';
  if ((alternative === undefined || !isObject(value)) && value !== null) {
    const kind = runTime.get(pointer);
    if (kind !== undefined)
      return kind === 'file' ? 'it is a file' : 'it has to be a value of this run alone';
    const isTold = saysWhatIsUnique(schema, schemas);
    const member = memberAt(schema, pointer, schemas) ?? true;
    if (typeof value === 'string' && mustBeUnique({ name, schema: member, isTold }, operation, schemas))
      return 'it has to be a value of this run alone';
  }
  if (isArray(value) && [...runTime.keys()].some((one) => one.startsWith(`${pointer}/`)))
    return 'its items are values of this run alone';
  const closed = onlyServerKnows(name, operation, subject);
  if (closed !== undefined && variant.includes('enum/')) return closed;
  const owner = valueAt(made, pointerTo(tokens.slice(0, -1)));
  if (isObject(owner ?? null) && passesOtherEnd(owner as Readonly<Record<string, Json>>, { name, value }))
    return 'it would pass the other end of its range';
  return spelledAlternative(variation, { operation, subject });
}

/** A value of another alternative with its run-time parts; any other value is what it is. */
function spelledAlternative(
  { value, alternative }: Variation,
  { operation, subject }: Pick<Varying, 'operation' | 'subject'>,
): Value {
  if (alternative === undefined || !isObject(value)) return literal(value);
  const whole = {
    json: { it: value },
    schema: { properties: { it: alternative } },
    isShown: false,
    given: nothing,
  };
  return memberOf(atRunTime(subject.requests, operation, whole), 'it');
}

const nothing: ReadonlySet<string> = new Set();

/** A named example's value; any other value is its own. */
function spelledOut(value: Value, { requests }: Subject): Value {
  return value.kind === 'example' ? requests.examples.get(kebab(value.name))!.value : value;
}

/** Pointers (without their leading slash) of all that is known only at run time, and of files. */
function runTimePointers(value: Value): ReadonlyMap<string, Value['kind']> {
  const found = new Map<string, Value['kind']>();
  const visit = (one: Value, path: readonly (string | number)[]) => {
    if (one.kind === 'object')
      for (const [name, member] of Object.entries(one.members)) visit(member, [...path, name]);
    else if (one.kind === 'array') one.items.forEach((item, index) => visit(item, [...path, index]));
    else if (one.kind !== 'literal') found.set(pointerTo(path), one.kind);
  };
  visit(value, []);
  return found;
}

function unique(all: readonly NotVaried[]): readonly NotVaried[] {
  return [...new Map(all.map((one) => [one.reason, one])).values()];
}
