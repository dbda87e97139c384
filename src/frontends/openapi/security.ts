import type { Api, SecurityAlternative, SecurityScheme } from '../../api/api.ts';
import type { JsonObject } from '../../api/json.ts';
import { isMembers, items, member, members, textOf, type Node, type ObjectNode } from './node.ts';
import type { Reading } from './reading.ts';

type Schemes = Api['securitySchemes'];

/** The security schemes of a description (OpenAPI 3.1 §4.8.27; 2.0: "Security Scheme Object"). */
export function readSecuritySchemes(schemes: Node | undefined, reading: Reading): Schemes {
  const read = members(schemes).flatMap(([name, node]): [string, SecurityScheme][] => {
    const { result: said } = reading.attempt(() =>
      reading.followToObject(node, `The security scheme ${name}`),
    );
    const scheme = said && readScheme(said);
    if (said && !scheme)
      reading.misplaced(said, `The security scheme ${name}`, 'of a known type, with all that the type needs');
    return scheme ? [[name, scheme]] : [];
  });
  return Object.fromEntries(read);
}

function readScheme(node: ObjectNode): SecurityScheme | undefined {
  const description = textOf(node, 'description');
  const said = description === undefined ? {} : { description };
  const name = textOf(node, 'name');
  const scheme = textOf(node, 'scheme');
  const location = (['query', 'header', 'cookie'] as const).find((known) => known === textOf(node, 'in'));
  switch (textOf(node, 'type')) {
    case 'basic':
      return { type: 'http', scheme: 'basic', ...said };
    case 'http':
      return scheme === undefined ? undefined : { type: 'http', scheme: scheme.toLowerCase(), ...said };
    case 'apiKey':
      return name === undefined || location === undefined
        ? undefined
        : { type: 'apiKey', in: location, name, ...said };
    case 'oauth2':
      return { type: 'oauth2', flows: flowsOf(node), ...said };
    case 'openIdConnect':
      return { type: 'openIdConnect', url: textOf(node, 'openIdConnectUrl') ?? '', ...said };
    case 'mutualTLS':
      return { type: 'mutualTLS', ...said };
    default:
      return undefined;
  }
}

/** 3.x has flows by name; 2.0 has one flow, whose name was another for two of them. */
function flowsOf(node: ObjectNode): JsonObject {
  const flows = member(node, 'flows')?.value;
  if (isMembers(flows)) return flows as JsonObject;
  const { flow, type: _type, description: _description, ...rest } = node.value;
  if (typeof flow !== 'string') return {};
  const renamed =
    flow === 'application' ? 'clientCredentials' : flow === 'accessCode' ? 'authorizationCode' : flow;
  return { [renamed]: rest as JsonObject };
}

/**
 * Security requirements: of the operation, else of the description (OpenAPI 3.1 §4.8.30). An alternative that names a
 * scheme which is not declared is reported, and left out.
 */
export function readSecurity(
  node: Node | undefined,
  schemes: Schemes,
  reading: Reading,
): readonly SecurityAlternative[] {
  return items(node).flatMap((alternative) => {
    const requirements = members(alternative).map(([scheme, scopes]) => ({
      scheme,
      scopes: reading.itemsOf(scopes, `The scopes of ${scheme}`).map(String),
      place: scopes.place,
    }));
    const unknown = requirements.filter(({ scheme }) => !Object.hasOwn(schemes, scheme));
    for (const { scheme, place } of unknown)
      reading.report.add('openapi/unknown-security-scheme', place, { scheme });
    return unknown.length > 0 ? [] : [requirements.map(({ scheme, scopes }) => ({ scheme, scopes }))];
  });
}
