import type { SecurityScheme } from '../api/api.ts';

/** What the setup file is asked for, for a security scheme: `a bearer credential`. */
export function credentialWords(scheme: SecurityScheme): string {
  switch (scheme.type) {
    case 'apiKey':
      return isWholeAuthorization(scheme) ? wholeAuthorization(scheme) : `the ${scheme.in} ${scheme.name}`;
    case 'http':
      return scheme.scheme === 'basic'
        ? 'a user and a password: "user:password"'
        : `a ${scheme.scheme} credential`;
    case 'oauth2':
    case 'openIdConnect':
      return 'an access token';
    case 'mutualTLS':
      return 'anything, when the target itself presents a client certificate';
  }
}

type ApiKey = Extract<SecurityScheme, { readonly type: 'apiKey' }>;

/** An API key there is sent as it is given: what goes before it (RFC 9110 §11.6.2), only prose tells. */
function isWholeAuthorization({ in: place, name }: ApiKey): boolean {
  return place === 'header' && name.toLowerCase() === 'authorization';
}

/** With what the contract says of it, up to the end of its first paragraph. */
function wholeAuthorization({ description = '' }: ApiKey): string {
  const [first = ''] = description.trim().split(/\n\s*\n/);
  const said = first.replaceAll(/\s+/g, ' ');
  const whole = 'the whole header Authorization';
  return said === '' ? `${whole}, with the word before the key if there is one` : `${whole}: ${said}`;
}
