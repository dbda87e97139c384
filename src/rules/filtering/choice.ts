import type { Filter } from '../../api/filters.ts';
import type { Json } from '../../api/json.ts';
import type { Listing } from '../../api/listings.ts';
import { answerSchema, type Resource } from '../../api/resources.ts';
import { memberAt, parts, pointerTokens } from '../../api/schema-shape.ts';
import { wordsOf } from '../../api/words.ts';
import { bodyMember, type BodyMember } from '../../model/body-member.ts';
import { makerOf, makeThing, type MadeThing } from '../../model/made-thing.ts';
import type { Example, Step } from '../../model/model.ts';
import { nearNumbers } from '../../model/near-numbers.ts';
import type { GoodRequest } from '../../model/requests.ts';
import type { Subject } from '../../model/subject.ts';
import { uniqueLike } from '../../model/unique.ts';
import { at, changed, literal, savedPart, type Value } from '../../model/value.ts';
import { variationsOf } from '../../model/variations.ts';

/** What a filter is asked for, and what a case makes to see what it keeps. */
export interface Choice {
  /** What the filter is asked for; of a list of texts one of them. */
  readonly value: Value;
  readonly given: readonly Example[];
  readonly steps: readonly Step[];
  /** What it must keep, and what it must not. */
  readonly kept?: MadeThing;
  readonly other?: MadeThing;
  /** Whether what a good request makes is kept. */
  readonly isOfGood: boolean;
}

interface Ground {
  readonly filter: Filter;
  readonly resource: Resource;
  readonly request: GoodRequest;
  readonly member: BodyMember;
  readonly subject: Subject;
}

const kept = ['kept'];
const other = ['other'];

/** A value for a filter, with things that have it and have it not, where such things can be made; undefined: none is known. */
export function chooseFor(filter: Filter, listing: Listing, subject: Subject): Choice | undefined {
  const { resource } = listing;
  const request = makerOf(listing, subject);
  if (resource === undefined || request === undefined) return anyValue(filter, subject);
  const of = (one: GoodRequest) =>
    bodyMember(one, { name: filter.name, thing: resource.name, requests: subject.requests });
  const maximal = subject.requests.maximal(resource.create!);
  const bases = [request, ...(maximal ? [maximal] : [])];
  const base = bases.find((one) => of(one)?.value !== undefined) ?? request;
  const member = of(base);
  if (member === undefined) return asMade(filter, resource, subject) ?? anyValue(filter, subject);
  const ground = { filter, resource, request: base, member, subject };
  const found = chosen(ground) ?? anyValue(filter, subject);
  return found && { ...found, isOfGood: found.isOfGood && base === request };
}

function chosen(ground: Ground): Choice | undefined {
  const { filter, member } = ground;
  if (filter.relation === 'contains') return isArrayFilter(ground) ? ofList(ground) : ofText(ground);
  if (member.value?.kind === 'part') return ofThing(ground, member.value);
  return filter.relation === 'equals' ? ofValues(ground) : ofNumbers(ground);
}

/** Made with a body in which the member has a value. */
function made(name: readonly string[], { resource, request, member, subject }: Ground, value?: Value) {
  const body = request.body!.value;
  return makeThing(name, resource, {
    subject,
    body: value === undefined ? body : changed(body, at(member.pointer), value),
  });
}

function choice(value: Value, things: Pick<Choice, 'kept' | 'other'>, more: Partial<Choice> = {}): Choice {
  return { value, given: [], steps: [], isOfGood: false, ...things, ...more };
}

/** The identity of another thing: one made with it, and one made with another. */
function ofThing(ground: Ground, value: Value): Choice | undefined {
  const { filter, resource, member, subject } = ground;
  const need = { in: 'body', name: filter.name, schema: member.schema } as const;
  const producer = subject.dependencies.producerOf(resource.create!, need)?.resource;
  const keeps = made(kept, ground);
  const stranger = producer && makeThing(['another', ...producer.name], producer, { subject });
  const lacks = stranger && made(other, ground, stranger.nameAs(undefined));
  return choice(
    value,
    { ...(keeps && { kept: keeps }), ...(lacks && { other: lacks }) },
    { given: stranger?.given ?? [], steps: stranger && lacks ? [stranger.step] : [], isOfGood: true },
  );
}

/** A free text: one of this run alone. */
function ofText(ground: Ground): Choice | undefined {
  const { filter, member, subject } = ground;
  const { validator } = subject.sent;
  const own = member.value;
  const text = own?.kind === 'literal' && typeof own.json === 'string' ? own.json : filter.name;
  const isValid = (json: Json) =>
    member.accepts(json) && validator.isValid(subject.sent.of(filter.parameter.schema), json);
  const unique = own?.kind === 'unique' ? own : uniqueLike(text, isValid);
  if (unique === undefined) return undefined;
  const name = ['wanted', ...wordsOf(filter.name)];
  const value: Value = { kind: 'given', name };
  const things = { kept: made(kept, ground, value), other: made(other, ground) };
  return choice(value, defined(things), { given: [{ name, value: unique }] });
}

function isArrayFilter({ member, subject }: Ground): boolean {
  return parts(member.schema, subject.sent.schemas).some(({ type }) => type === 'array');
}

/** One of a list of texts: a list that has it alone, and one that has nothing. */
function ofList(ground: Ground): Choice | undefined {
  const { filter, member, subject } = ground;
  const built = subject.requests.samples.ofParameter(filter.parameter, 'minimal');
  const [one] = 'value' in built && Array.isArray(built.value) ? (built.value as readonly Json[]) : [];
  if (typeof one !== 'string' || !member.accepts([one])) return undefined;
  return choice(
    literal(one),
    defined({
      kept: made(kept, ground, literal([one])),
      other: member.accepts([]) ? made(other, ground, literal([])) : undefined,
    }),
  );
}

/** A value that the contract names, and another one. */
function ofValues(ground: Ground): Choice | undefined {
  const { filter, member, subject } = ground;
  const schema = subject.sent.of(filter.parameter.schema);
  const [own, ...others] = valuesAt(ground);
  if (own === undefined || !subject.sent.validator.isValid(schema, own)) return undefined;
  const another = others.find((one) => String(one).toLowerCase() !== String(own).toLowerCase());
  const isSent = member.value !== undefined;
  return choice(
    literal(own),
    defined({
      kept: made(kept, ground, isSent ? undefined : literal(own)),
      other: another === undefined ? undefined : made(other, ground, literal(another)),
    }),
    { isOfGood: isSent },
  );
}

/** A number between two others. */
function ofNumbers(ground: Ground): Choice | undefined {
  const { filter, member, subject } = ground;
  const schema = subject.sent.of(filter.parameter.schema);
  const numbers = nearNumbers(member);
  if (numbers === undefined) return undefined;
  const [low, , high] = numbers;
  const [middle] = [numbers[1], Math.ceil(numbers[1]), Math.floor(numbers[1])].filter(
    (one) => low < one && one < high && subject.sent.validator.isValid(schema, one),
  );
  if (middle === undefined) return undefined;
  const [keeps, lacks] = filter.relation === 'at-least' ? [high, low] : [low, high];
  return choice(
    literal(middle),
    defined({ kept: made(kept, ground, literal(keeps)), other: made(other, ground, literal(lacks)) }),
  );
}

/** What the member may be, by what the contract names: what a good request sends comes first. */
function valuesAt({ resource, member, subject }: Ground): readonly (string | number | boolean)[] {
  const own = member.value?.kind === 'literal' ? [member.value.json] : [];
  if (own.length > 0 && typeof own[0] === 'number') {
    const [low, , high] = nearNumbers(member) ?? [];
    return [...new Set([own[0], high, low])].filter((one) => one !== undefined);
  }
  const varied = variationsOf(resource.create!, subject).bodies.flatMap(({ variations }) =>
    variations.flatMap(({ pointer, spelled }) =>
      pointer === member.pointer && spelled.kind === 'literal' ? [spelled.json] : [],
    ),
  );
  return [...new Set([...own, ...varied])]
    .filter((one) => typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean')
    .filter((one) => member.accepts(one));
}

/** What only the server sets: whatever it has given the thing that was made. */
function asMade(filter: Filter, resource: Resource, subject: Subject): Choice | undefined {
  const { identity, create } = resource;
  const keeps = makeThing(kept, resource, { subject });
  const answer = create && answerSchema(create);
  if (keeps === undefined || identity?.from !== 'answer' || answer === undefined) return undefined;
  const owner = identity.pointer.slice(0, identity.pointer.lastIndexOf('/'));
  const { schemas } = subject.api;
  const isPromised =
    filter.relation === 'equals' &&
    memberAt(answer, owner + filter.pointer, schemas) !== undefined &&
    parts(memberAt(answer, owner, schemas), schemas).some(({ required = [] }) =>
      required.includes(pointerTokens(filter.pointer)[0]!),
    );
  if (!isPromised) return undefined;
  return choice(savedPart(kept, owner + filter.pointer), { kept: keeps }, { isOfGood: true });
}

/** Any value that the contract names: what is there already is asked for it. */
function anyValue({ parameter, relation }: Filter, subject: Subject): Choice | undefined {
  const { schemas } = subject.sent;
  const shapes = parts(subject.sent.of(parameter.schema), schemas);
  const shown = [
    ...parameter.examples.map(({ value }) => value),
    ...shapes.flatMap(({ enum: values = [], examples = [], type }) => [
      ...examples,
      ...values,
      ...(type === 'boolean' ? [true] : []),
    ]),
  ].find((one) => subject.sent.validator.isValid(subject.sent.of(parameter.schema), one));
  const isScalar = typeof shown === 'string' || typeof shown === 'number' || typeof shown === 'boolean';
  return isScalar && relation !== 'contains' ? choice(literal(shown), {}) : undefined;
}

/** What could be made of it. */
function defined(things: {
  readonly kept: MadeThing | undefined;
  readonly other: MadeThing | undefined;
}): Pick<Choice, 'kept' | 'other'> {
  return { ...(things.kept && { kept: things.kept }), ...(things.other && { other: things.other }) };
}
