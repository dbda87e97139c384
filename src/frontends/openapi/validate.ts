import type SwaggerParser from '@apidevtools/swagger-parser';
import type { OpenAPI } from 'openapi-types';
import type { Report } from '../../diagnostics/report.ts';
import type { Place } from '../../source/place.ts';
import type { Source } from '../../source/source.ts';
import { masked } from './data-positions.ts';
import { isMembers, member, textOf, type Node } from './node.ts';
import { versionOf } from './version.ts';

/** More than anybody reads. */
const most = 50;

/** The versions that the validator knows; a number without its last part is taken for its first release. */
const validated = { '2.0': '2.0', '3.0': '3.0.3', '3.1': '3.1.0' } as const;

/**
 * Holds a description against the meta-schema of its version (2.0, 3.0, 3.1), and reports each breach as a warning. It
 * changes nothing, reads no other document, and never throws. Seconds for a document of some megabytes.
 */
export async function validate(source: Source, report: Report): Promise<void> {
  const root: Node = { value: source.value, place: { document: source.document, pointer: '' } };
  const version = versionOf(root, report);
  if (
    typeof version === 'object' ||
    !/^(2|3\.[01])(\.|$)/.test(textOf(root, 'openapi') ?? textOf(root, 'swagger') ?? '')
  ) {
    return; // describe() says that it is no description, or of no version that is known
  }
  const { default: Validator } = await import('@apidevtools/swagger-parser');
  try {
    const copy = acceptable(masked(source.value, version), validated[version]) as OpenAPI.Document;
    // References are left as they are: with none followed, every pointer in a finding is one of the document.
    await Validator.validate(copy, {
      resolve: { external: false, http: false, file: false },
      dereference: { excludedPathMatcher: () => true },
      validate: { schema: true, spec: false },
    } as SwaggerParser.Options);
  } catch (error) {
    for (const { place, reason } of findingsOf(error, root.place))
      report.add('openapi/invalid', place, { reason });
  }
  const said = member(member(root, 'info'), 'version');
  if (typeof said?.value === 'number')
    report.add('openapi/invalid', said.place, { reason: 'it must be a text, in quotes' });
}

/** The validator stops at numbers for versions, and at a 3.1 document without paths, before it has looked at the rest. */
function acceptable(copy: unknown, version: string): unknown {
  if (!isMembers(copy)) return copy;
  const { info } = copy;
  const titled =
    isMembers(info) && typeof info['version'] === 'number'
      ? { ...info, version: String(info['version']) }
      : info;
  const isOlder = version === '2.0';
  return {
    ...copy,
    ...(isOlder ? { swagger: version } : { openapi: version }),
    info: titled,
    paths: copy['paths'] ?? {},
  };
}

interface Finding {
  readonly place: Place;
  readonly reason: string;
}

/** An error of ajv, as far as it is used here. */
interface Breach {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message?: string;
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

function findingsOf(error: unknown, root: Place): readonly Finding[] {
  const { details, message } = error as Error & { readonly details?: readonly Breach[] };
  if (!Array.isArray(details)) return [{ place: root, reason: message }];
  const findings = telling(details as readonly Breach[]).map((breach) => ({
    place: { document: root.document, pointer: breach.instancePath },
    reason: reasonOf(breach),
  }));
  return findings.slice(0, most);
}

/**
 * Without the breaches that only follow from others: that no branch fits where a branch says why it does not, and that an
 * object is no reference.
 */
function telling(breaches: readonly Breach[]): readonly Breach[] {
  const isBranch = ({ keyword }: Breach) =>
    ['oneOf', 'anyOf', 'if', 'unevaluatedProperties'].includes(keyword);
  const meant = breaches.filter(
    ({ params, schemaPath }) => params['missingProperty'] !== '$ref' && !/reference/i.test(schemaPath),
  );
  const reasons = meant.filter((breach) => !isBranch(breach));
  const explained = (breach: Breach) =>
    reasons.some(({ instancePath }) => instancePath.startsWith(breach.instancePath));
  return meant.filter((breach) => !isBranch(breach) || !explained(breach));
}

function reasonOf({ message = 'it is not allowed', params }: Breach): string {
  const detail =
    params['additionalProperty'] ??
    params['unevaluatedProperty'] ??
    params['allowedValues'] ??
    params['allowedValue'];
  return detail === undefined ? message : `${message}: ${[detail].flat().join(', ')}`;
}
