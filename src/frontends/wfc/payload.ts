import { isArray, isObject, type Json, type JsonObject } from '../../api/json.ts';
import type { Payload } from '../../api/people.ts';
import type { Generator } from './generators.ts';
import { textOf } from './text-of.ts';

/** Who logs in or registers, and with what: each secret by the name of the member that holds it; a text says what is wrong. */
export function payloadOf(said: JsonObject, generators: readonly Generator[]): Payload | string | undefined {
  const pair = said['payloadUserPwd'] ?? null;
  if (isObject(pair)) {
    const fields = [
      [textOf(pair['usernameField']), pair['username']],
      [textOf(pair['passwordField']), pair['password']],
    ] as const;
    const named = fields.flatMap(([name, value]) =>
      name === undefined ? [] : [[name, withoutSecrets(value ?? '', name, generators)] as const],
    );
    return { kind: 'object', members: Object.fromEntries(named) };
  }
  const raw = textOf(said['payloadRaw']);
  if (raw === undefined) return undefined;
  const mediaType = mediaTypeOf(said);
  if (/x-www-form-urlencoded/i.test(mediaType))
    return withoutSecrets(Object.fromEntries(new URLSearchParams(raw)), 'payload', generators);
  if (!/[/+]json\b/i.test(mediaType)) return `its payload is ${mediaType}, and neither JSON nor a form`;
  try {
    return withoutSecrets(JSON.parse(raw) as Json, 'payload', generators);
  } catch {
    return 'its payloadRaw is no JSON';
  }
}

/** In which form a payload is sent; where nothing says so, as what it is. */
export function mediaTypeOf(said: JsonObject): string {
  const raw = textOf(said['payloadRaw']);
  const isForm = raw !== undefined && !/^\s*[{["]/.test(raw);
  return textOf(said['contentType']) ?? (isForm ? 'application/x-www-form-urlencoded' : 'application/json');
}

/** What is asked for, and not who asks. */
const harmless = /^(grant_?type|scope|audience|response_?type|realm|provider)$/i;

function withoutSecrets(value: Json, name: string, generators: readonly Generator[]): Payload {
  if (isObject(value)) {
    const members = Object.entries(value).map(
      ([key, member]) => [key, withoutSecrets(member, key, generators)] as const,
    );
    return { kind: 'object', members: Object.fromEntries(members) };
  }
  if (typeof value === 'string' && generators.some(({ placeholder }) => value.includes(placeholder)))
    return filled(value, generators);
  const isSecret = (typeof value === 'string' || isArray(value)) && !harmless.test(name);
  return isSecret ? { kind: 'secret', name } : { kind: 'literal', json: value };
}

/** A text with placeholders: what is made stands in their place. */
function filled(text: string, generators: readonly Generator[]): Payload {
  const parts: Payload[] = [];
  let rest = text;
  while (rest !== '') {
    const next = generators
      .map((generator) => ({ generator, at: rest.indexOf(generator.placeholder) }))
      .filter(({ at }) => at >= 0)
      .toSorted((one, another) => one.at - another.at)[0];
    const before = rest.slice(0, next?.at);
    if (before !== '') parts.push({ kind: 'literal', json: before });
    if (next === undefined) break;
    parts.push({ kind: 'made', name: next.generator.name });
    rest = rest.slice(next.at + next.generator.placeholder.length);
  }
  const [only, ...more] = parts;
  return only !== undefined && more.length === 0 ? only : { kind: 'text', parts };
}
