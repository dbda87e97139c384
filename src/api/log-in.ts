import type { Operation } from './api.ts';
import type { Schemas } from './json-schema.ts';
import { members, parts, types } from './schema-shape.ts';
import { wordsOf } from './words.ts';

const secrets = new Set(['password', 'passwd', 'passphrase', 'pin', 'secret']);

/**
 * Whether an operation checks who somebody is: open to everybody, it takes a secret, and may answer 401 or takes a
 * `grant_type` (RFC 6749 §4.3.2). What it is sent must be true, and only the user knows that.
 */
export function isLogIn({ body, responses, security }: Operation, schemas: Schemas): boolean {
  const isOpen = security.every((alternative) => alternative.length === 0);
  if (!isOpen) return false;
  const refuses = responses.some(({ status }) => status === '401');
  return (body?.contents ?? []).some(({ schema }) => {
    const names = [...members(schema, schemas).keys()].map(wordsOf);
    const takesGrant = names.some((words) => words.join('-') === 'grant-type');
    return (refuses || takesGrant) && names.some((words) => secrets.has(words.at(-1) ?? ''));
  });
}

/** The members of a log-in that say who somebody is: free text, no closed choice such as `grant_type`. */
export function isCredential(name: string, schema: Parameters<typeof members>[0], schemas: Schemas): boolean {
  const isClosed = parts(schema, schemas).some((part) => part.enum !== undefined || part.const !== undefined);
  return (
    !isClosed && types(schema, schemas).includes('string') && !/^(grant_?type|scope|audience)$/i.test(name)
  );
}
