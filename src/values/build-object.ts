import type { Json } from '../api/json.ts';
import type { Schemas } from '../api/json-schema.ts';
import type { Build, Site } from './building.ts';
import { discriminatorValues } from './choose.ts';
import { hintsForMember } from './hints.ts';
import { withOrderedEnds } from './ordered-ends.ts';
import {
  closureOf,
  isRequired,
  nestingNames,
  optionalNames,
  otherNames,
  wantedNames,
} from './member-names.ts';
import {
  declaredNames,
  type Demands,
  demandsOf,
  largest,
  memberSchema,
  memberSchemas,
  noDemands,
  type Part,
  requiredNames,
  smallest,
  typesOf,
  valuesOf,
} from './parts.ts';

/** Objects that may meet the demands: as full as the size wants first, then with less and less. */
export function* objectsFor(build: Build, demands: Demands, site: Site): Generator<Json> {
  const { parts } = demands;
  const discriminators = discriminatorValues(demands);
  const required = closureOf([...requiredNames(parts), ...discriminators.keys()], parts);
  const lost = required.find((name) => isContradicted(name, parts, build.order.schemas));
  if (lost !== undefined) {
    new Members(build, parts, site).of(lost); // says why
    return;
  }
  const min = largest(parts, 'minProperties') ?? 0;
  const max = smallest(parts, 'maxProperties') ?? Infinity;
  const isFull = build.order.size === 'maximal' && !site.isEnding;
  const optional = isFull || min > 0 ? optionalNames(build, parts, site) : [];
  const wanted = isFull ? wantedNames(build, parts, { site, optional }) : [];
  const members = new Members(build, parts, {
    ...site,
    hints: [Object.fromEntries(discriminators), ...site.hints],
    name: demands.names[0] ?? site.name,
    crowd: wanted.length === 0 ? site.crowd : site.crowd * nestingNames(build, parts, wanted),
  });
  const base = members.all(
    required.filter((name) => isRequired(name, parts) || members.of(name) !== undefined),
  );
  if (!base) return;
  const full = filled(base, members, { names: wanted, until: max });
  const fillers = min > base.size ? [...optional, ...otherNames(build, parts, site)] : [];
  const most = filled(full, members, { names: fillers, until: Math.min(max, min) });
  yield inOrder(withOrderedEnds(most, members.another), parts);
  const least = filled(base, members, { names: fillers, until: Math.min(max, min) });
  yield inOrder(withOrderedEnds(least, members.another), parts);
  // Something about the whole is wrong: what is optional joins one by one, as long as the whole stays good.
  let grown = least;
  for (const name of wanted) {
    const next = members.all(closureOf([...grown.keys(), name], parts));
    if (!next || next.size > max) continue;
    const value = inOrder(withOrderedEnds(next, members.another), parts);
    if (parts.every(({ schema }) => build.order.validator.isValid(schema, value))) grown = next;
  }
  yield inOrder(withOrderedEnds(grown, members.another), parts);
}

/**
 * Whether the schemas that look at a member leave it no value, as far as types and listed values tell: so it is with what
 * tells alternatives apart, and nothing else of such an object need be made.
 */
function isContradicted(name: string, parts: readonly Part[], schemas: Schemas): boolean {
  const looks = memberSchemas(parts, name);
  if (looks.length < 2 || !isRequired(name, parts)) return false;
  let demands = noDemands;
  for (const located of looks) demands = demandsOf(schemas, located, demands);
  return (
    demands.isImpossible || typesOf(demands.parts)?.length === 0 || valuesOf(demands.parts)?.length === 0
  );
}

/** The members of one object in the making, each made once. */
class Members {
  readonly #build: Build;
  readonly #parts: readonly Part[];
  readonly #site: Site;
  readonly #made = new Map<string, Json | undefined>();

  constructor(build: Build, parts: readonly Part[], site: Site) {
    this.#build = build;
    this.#parts = parts;
    this.#site = site;
  }

  /** The value of a member; undefined where none can be made. */
  of(name: string): Json | undefined {
    if (!this.#made.has(name)) this.#made.set(name, this.#make(name));
    return this.#made.get(name);
  }

  /** All these members; undefined where one of them cannot be made. */
  all(names: readonly string[]): ReadonlyMap<string, Json> | undefined {
    const members = new Map<string, Json>();
    for (const name of names) {
      const value = this.of(name);
      if (value === undefined) return undefined;
      members.set(name, value);
    }
    return members;
  }

  /** Another value of a member; none of one that an example around it tells. */
  readonly another = (name: string, variant: number): Json | undefined =>
    hintsForMember(this.#site.hints, name).length > 0 ? undefined : this.#make(name, variant);

  #make(name: string, variant = this.#site.variant): Json | undefined {
    const { path, hints, name: owner } = this.#site;
    // A name is the name of something: of a book it is a title, of an author a person's.
    const called = name === 'name' ? `${owner} name` : name;
    const site: Site = {
      ...this.#site,
      variant,
      path: [...path, name],
      name: called,
      hints: hintsForMember(hints, name),
    };
    return this.#build.make(memberSchema(this.#parts, name), site);
  }
}

/** More members, in order, as long as there is room; what cannot be made is left out. */
function filled(
  base: ReadonlyMap<string, Json>,
  members: Members,
  { names, until }: { readonly names: readonly string[]; readonly until: number },
): ReadonlyMap<string, Json> {
  const all = new Map(base);
  for (const name of names) {
    if (all.size >= until) break;
    const value = all.has(name) ? undefined : members.of(name);
    if (value !== undefined) all.set(name, value);
  }
  return all;
}

/** Members in the contract's order; what it does not declare comes last. */
function inOrder(members: ReadonlyMap<string, Json>, parts: readonly Part[]): Json {
  const ordered = new Map<string, Json>();
  for (const name of declaredNames(parts)) if (members.has(name)) ordered.set(name, members.get(name)!);
  for (const [name, value] of members) ordered.set(name, value);
  return Object.fromEntries(ordered);
}
