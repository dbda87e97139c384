import type { Json } from '../api/json.ts';
import type { Listing } from '../api/listings.ts';
import { parts } from '../api/schema-shape.ts';
import { isFreeText } from '../values/free-text.ts';
import { bodyMember, type BodyMember } from './body-member.ts';
import { makerOf, makeThing, type MadeThing } from './made-thing.ts';
import { nearNumbers } from './near-numbers.ts';
import type { Subject } from './subject.ts';
import { at, changed, literal, type Value } from './value.ts';

const names = [['middle'], ['last'], ['first']] as const;

/** Texts that every collation puts into this order. */
const texts = ['abc', 'mno', 'xyz'] as const;

/**
 * Three things that differ in a member, and are made in an order that is neither ascending nor descending: a list that is
 * not sorted by it shows that, whether it has the newest or the oldest first. Fewer where the contract does not tell three
 * values.
 */
export function makeSpread(member: string, listing: Listing, subject: Subject): readonly MadeThing[] {
  const { resource } = listing;
  const request = makerOf(listing, subject);
  if (resource === undefined || request?.body === undefined) return [];
  const place = bodyMember(request, { name: member, thing: resource.name, requests: subject.requests });
  const values = place === undefined ? [] : spread(place, subject);
  const body = request.body.value;
  const make = (name: (typeof names)[number], value: Value | undefined) =>
    makeThing(name, resource, {
      subject,
      ...(value !== undefined && { body: changed(body, at(place!.pointer), value) }),
    });
  const [low, middle, high] = values;
  const things =
    high === undefined
      ? names.map((name) => make(name, undefined))
      : names.map((name, index) => make(name, [middle, high, low][index]));
  return things.filter((thing) => thing !== undefined);
}

/** Three values that the member may have, ascending; empty: there are no three. */
function spread(place: BodyMember, subject: Subject): readonly Value[] {
  const { value } = place;
  if (value?.kind === 'unique') return uniqueSpread(value, place);
  if (value !== undefined && value.kind !== 'literal') return [];
  return literalSpread(place, subject).map(literal);
}

/** So many digits must stay open, or values of two runs would meet. */
const fewestDigits = 5;

/** Values of this run alone that differ in their first digit, and in nothing else that any collation looks at first. */
function uniqueSpread(value: Value & { readonly kind: 'unique' }, { accepts }: BodyMember): readonly Value[] {
  const templates = ['2', '5', '8'].map((digit) => value.template.replace('#', digit));
  const isGood = (template: string): boolean => {
    const text = template.replaceAll('#', '0');
    return accepts(value.type === 'integer' ? Number(text) : text);
  };
  const open = templates[0]!.replaceAll(/[^#]/g, '').length;
  return open >= fewestDigits && templates.every(isGood)
    ? templates.map((template): Value => ({ ...value, template }))
    : [];
}

function literalSpread(place: BodyMember, subject: Subject): readonly Json[] {
  const own = place.value?.kind === 'literal' ? place.value.json : undefined;
  if (typeof own === 'string') {
    const shapes = parts(place.schema, subject.sent.schemas).map((schema) => ({ schema }));
    if (!isFreeText(shapes, place.pointer)) return [];
    return texts.every((text) => place.accepts(text)) ? texts : [];
  }
  return nearNumbers(place) ?? [];
}
