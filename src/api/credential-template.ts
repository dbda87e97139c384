import type { Api, Operation, SecurityScheme } from './api.ts';

/** What is sent in place of a bare credential: `Token {token}`. */
export interface CredentialTemplate {
  readonly template: string;
  /** Whether it is told; else prose only speaks of such a word, which may as well mean the credential itself. */
  readonly isSure: boolean;
}

/**
 * A key in the header Authorization often goes behind a word of its own (RFC 9110 §11.4 has one there), which an API key in
 * OpenAPI can't say: an auth file says it, or prose does, in an example (`Token xxxx.yyyy`, `Bearer {token}`) or in words
 * (`the word Token`, `prefixed with Token`).
 */
export function credentialTemplate(
  scheme: SecurityScheme,
  logIn: Operation,
  { people = [], basePath }: Api,
): CredentialTemplate | undefined {
  if (scheme.type !== 'apiKey' || scheme.in !== 'header') return undefined;
  const told = people
    .flatMap(({ logIn: own }) => own ?? [])
    .find(
      ({ method, url, send }) =>
        method === logIn.method &&
        (url === logIn.path || url === basePath + logIn.path) &&
        send?.name.toLowerCase() === scheme.name.toLowerCase(),
    )?.send?.template;
  if (told !== undefined) return told === '{token}' ? undefined : { template: told, isSure: true };
  if (scheme.name.toLowerCase() !== 'authorization') return undefined;
  const prose = scheme.description ?? '';
  const shown = examples.map((example) => example.exec(prose)?.[1]).find((word) => word !== undefined);
  const word = shown ?? /\b(Token|Bearer|JWT)\b/.exec(prose)?.[1];
  return word === undefined ? undefined : { template: `${word} {token}`, isSure: shown !== undefined };
}

/** Words that stand before a credential, where something that stands for one follows, or where prose says so. */
const examples = [
  /\b([A-Za-z-]*(?:Token|Bearer|JWT|Key))\s+(?:[<{[]|x{2,}|X{2,}|\.{3}|…|[\w-]+\.[\w-]+\.[\w-]+)/,
  /[`'"](?:Authorization:\s*)?([A-Za-z-]*(?:Token|Bearer|JWT|Key))\s+[^\s`'"]+[`'"]/,
  /\b(?:word|prefix|prefixed (?:with|by)|scheme)\s+["'`]?(Token|Bearer|JWT)\b/,
];
