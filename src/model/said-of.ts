import { pointerTokens } from '../api/schema-shape.ts';
import { kebab, type Words } from '../api/words.ts';
import { escapeToken } from '../source/place.ts';
import type { Value } from './value.ts';
import type { Requests } from './requests.ts';
import { isMadeAnew } from './steady.ts';
import { at, changed, savedPart } from './value.ts';

interface About {
  readonly fixture: Words;
  /** The answer that a story has saved. */
  readonly saved: Words;
  readonly requests: Requests;
}

/**
 * A body that says of a fixture what the fixture is (its identity, what it is called), said of another thing of its kind.
 *
 * @param told the same, as the story speaks of it
 */
export function saidOf(value: Value, told: Value, { fixture, saved, requests }: About): Value {
  const meant = value.kind === 'example' ? requests.examples.get(kebab(value.name))!.value : value;
  const parts = partsIn(meant, '').filter(({ part }) => kebab(part.name) === kebab(fixture));
  const own = parts.filter(({ pointer, part }) => last(pointer) === last(part.pointer));
  // A thing that names another one of its kind (`parentId`) must not name itself.
  const isAlone = own.length > 0 && own.length === parts.length && !isMadeAnew(value, requests);
  if (value.kind === 'example' && isAlone) return { ...value, about: { fixture, saved } };
  return own.reduce(
    (whole, { pointer, part }) => changed(whole, at(pointer.slice(1)), savedPart(saved, part.pointer)),
    told,
  );
}

interface Found {
  readonly pointer: string;
  readonly part: { readonly name: Words; readonly pointer: string };
}

/** The parts of fixtures in a value, and where they stand. */
function partsIn(value: Value, pointer: string): readonly Found[] {
  if (value.kind === 'part')
    return value.of === 'fixture' && value.in === 'body' ? [{ pointer, part: value }] : [];
  const members =
    value.kind === 'object'
      ? Object.entries(value.members)
      : value.kind === 'array'
        ? value.items.map((item, index) => [String(index), item] as const)
        : [];
  return members.flatMap(([name, member]) => partsIn(member, `${pointer}/${escapeToken(name)}`));
}

function last(pointer: string): string | undefined {
  return pointerTokens(pointer).at(-1);
}
