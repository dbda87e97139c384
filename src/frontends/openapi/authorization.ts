import type { Api, SecurityAlternative, SecurityScheme } from '../../api/api.ts';
import { isNamedOnTheWire } from '../../api/security.ts';
import { isTrue, member, textOf, type ObjectNode } from './node.ts';
import type { Reading } from './reading.ts';

type Schemes = Api['securitySchemes'];

/**
 * Operations that declare the header `Authorization` as a parameter. OpenAPI 3 leaves such a parameter out and wants a
 * security scheme (3.1 §4.8.12.2); 2.0 says nothing of it. What it holds is a credential all the same (RFC 9110
 * §11.6.2), which nobody can make up: it becomes a key in that header, which the setup file is asked for as a whole.
 */
export class AuthorizationParameters {
  readonly #declared: Schemes;
  readonly #reading: Reading;
  readonly #found = new Map<string, SecurityScheme>();
  readonly #reported = new Set<string>();

  constructor(declared: Schemes, reading: Reading) {
    this.#declared = declared;
    this.#reading = reading;
  }

  /** The schemes that parameters stand for, by name. */
  get schemes(): Schemes {
    return Object.fromEntries(this.#found);
  }

  /**
   * What opens an operation: as its security says, and the header where a parameter asks for it and no scheme of the
   * operation travels there already.
   *
   * @param parameters all that are declared for it
   */
  opening(
    security: readonly SecurityAlternative[],
    parameters: readonly ObjectNode[],
  ): readonly SecurityAlternative[] {
    const parameter = parameters.find(isAuthorization);
    if (parameter === undefined || security.flat().some(({ scheme }) => this.#isThere(scheme)))
      return security;
    const scheme = this.#schemeOf(parameter);
    const asked = { scheme, scopes: [], parameter: parameter.place };
    const ways = security.length === 0 ? [[]] : security;
    const opened = ways.map((way) => [...way, asked]);
    return isTrue(parameter, 'required') ? opened : [...opened, ...ways];
  }

  #isThere(name: string): boolean {
    const scheme = this.#declared[name];
    return isNamedOnTheWire(scheme) || (scheme?.type === 'apiKey' && isHeader(scheme.in, scheme.name));
  }

  /** Parameters that name different schemes (`Basic`, `Bearer`) are different credentials. */
  #schemeOf(parameter: ObjectNode): string {
    const word = wordBefore(parameter);
    const wanted = `Authorization${word ?? ''}`;
    const name = Object.hasOwn(this.#declared, wanted) ? `${wanted}Header` : wanted;
    if (!this.#found.has(name))
      this.#found.set(name, {
        type: 'apiKey',
        in: 'header',
        name: 'Authorization',
        ...describedBy(parameter, word),
      });
    const key = `${parameter.place.document}#${parameter.place.pointer}`;
    if (!this.#reported.has(key))
      this.#reading.report.add('openapi/authorization-parameter', parameter.place, { scheme: name });
    this.#reported.add(key);
    return name;
  }
}

/** Whether a Parameter Object is the header Authorization. */
export function isAuthorization(parameter: ObjectNode): boolean {
  return isHeader(textOf(parameter, 'in'), textOf(parameter, 'name') ?? '');
}

function isHeader(location: string | undefined, name: string): boolean {
  return location === 'header' && name.toLowerCase() === 'authorization';
}

/** The HTTP scheme that the parameter speaks of (RFC 9110 §11.1); undefined where it speaks of none, or of several. */
function wordBefore(parameter: ObjectNode): 'Basic' | 'Bearer' | undefined {
  const schema = member(parameter, 'schema');
  const texts = [parameter.value, schema?.value ?? {}].flatMap((said) =>
    ['description', 'default', 'example', 'x-example', 'pattern', 'enum'].map((key) =>
      JSON.stringify((said as Readonly<Record<string, unknown>>)[key] ?? ''),
    ),
  );
  const words = (['Basic', 'Bearer'] as const).filter((word) =>
    texts.some((text) => new RegExp(String.raw`\b${word}\b`, 'i').test(text)),
  );
  return words.length === 1 ? words[0] : undefined;
}

function describedBy(parameter: ObjectNode, word: string | undefined): { readonly description?: string } {
  const description = textOf(parameter, 'description') ?? (word && `the word ${word}, and the credential`);
  return description === undefined ? {} : { description };
}
