import type { Operation } from './api.ts';
import type { JsonSchema, Schemas } from './json-schema.ts';
import { rememberedOf } from './remembered.ts';
import { members, parts, types } from './schema-shape.ts';
import { wordsOf } from './words.ts';
import { escapeToken } from '../source/place.ts';

const secrets = new Set(['password', 'passwd', 'passphrase', 'pin', 'secret']);

/**
 * Whether an operation checks who somebody is: open to everybody, it takes a secret, and may answer 401 or takes a
 * `grant_type` (RFC 6749 §4.3.2). What it is sent must be true, and only the user knows that.
 */
export const isLogIn = rememberedOf((operation: Operation, schemas): boolean => {
  const { responses, security } = operation;
  const isOpen = security.every((alternative) => alternative.length === 0);
  const secret = isOpen ? secretMember(operation, schemas) : undefined;
  return secret !== undefined && (secret.isGrant || responses.some(({ status }) => status === '401'));
});

/** The members of a log-in that say who somebody is: free text, no closed choice such as `grant_type`. */
export function isCredential(name: string, schema: Parameters<typeof members>[0], schemas: Schemas): boolean {
  const isClosed = parts(schema, schemas).some((part) => part.enum !== undefined || part.const !== undefined);
  return (
    !isClosed && types(schema, schemas).includes('string') && !/^(grant_?type|scope|audience)$/i.test(name)
  );
}

/** The member of a log-in's body that is secret, at its top or one envelope deep. */
export interface SecretMember {
  /** A JSON Pointer without its leading slash. */
  readonly pointer: string;
  readonly schema: JsonSchema;
  /** Whether the log-in is a token endpoint of OAuth 2. */
  readonly isGrant: boolean;
}

/** Undefined: what stands there is no secret that this knows. */
export function secretMember({ body }: Operation, schemas: Schemas): SecretMember | undefined {
  for (const { schema } of body?.contents ?? []) {
    const named = [...members(schema, schemas)];
    const isGrant = named.some(([name]) => wordsOf(name).join('-') === 'grant-type');
    const found = named.find(([name]) => isSecret(name));
    if (found) return { pointer: escapeToken(found[0]), schema: found[1], isGrant };
    for (const [outer, shape] of named) {
      const inner = [...members(shape, schemas)].find(([name]) => isSecret(name));
      if (inner)
        return { pointer: `${escapeToken(outer)}/${escapeToken(inner[0])}`, schema: inner[1], isGrant };
    }
  }
  return undefined;
}

function isSecret(name: string): boolean {
  return secrets.has(wordsOf(name).at(-1) ?? '');
}
