import type { Operation, SecurityScheme } from './api.ts';

/** Whether an operation lets nobody in without a credential: it has alternatives, and none of them is empty. */
export function isSecured({ security }: Operation): boolean {
  return security.length > 0 && security.every((alternative) => alternative.length > 0);
}

/** Whether an operation asks for a credential as for any parameter: who lacks one may well be told so (400, 422). */
export function asksByParameter({ security }: Operation): boolean {
  return security.flat().some(({ parameter }) => parameter !== undefined);
}

/** Whether credentials of a scheme end by themselves: tokens and sessions do, passwords and keys do not. */
export function canExpire(scheme: SecurityScheme | undefined): boolean {
  switch (scheme?.type) {
    case 'http':
      return scheme.scheme !== 'basic';
    case 'apiKey':
      return (
        (scheme.in === 'cookie' && !/key/i.test(scheme.name)) ||
        /authorization|token|session|jwt/i.test(scheme.name)
      );
    case 'oauth2':
    case 'openIdConnect':
      return true;
    case 'mutualTLS':
    case undefined:
      return false;
  }
}

/** Whether credentials of a scheme travel in the header Authorization, behind the name of a scheme (RFC 9110 §11.6.2). */
export function isNamedOnTheWire(scheme: SecurityScheme | undefined): boolean {
  return scheme?.type === 'http' || scheme?.type === 'oauth2' || scheme?.type === 'openIdConnect';
}
