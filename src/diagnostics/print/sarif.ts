import type { Log, ReportingDescriptor, Result } from 'sarif';
import { catalogue, type Code, type Entry, type Severity } from '../catalogue.ts';
import type { Finding } from './spot.ts';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Readonly<
  Record<Severity, Result.level>
>;

/**
 * Problems as a SARIF 2.1.0 log (OASIS standard): one run; a rule for each code that occurs, from the catalogue;
 * columns in UTF-16 units. A path is a URI relative to the working folder, which viewers call `%SRCROOT%`.
 */
export function toSarif(findings: readonly Finding[], version: string): Log {
  const codes = [...new Set(findings.map(({ diagnostic }) => diagnostic.code))].sort();
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'itc', semanticVersion: version, rules: codes.map(rule) } },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => result(finding, codes)),
      },
    ],
  };
}

function rule(code: Code): ReportingDescriptor {
  const { severity, message, help }: Entry = catalogue[code];
  return {
    id: code,
    shortDescription: { text: message },
    help: { text: help },
    defaultConfiguration: { level: levels[severity] },
  };
}

function result({ diagnostic, spot }: Finding, codes: readonly Code[]): Result {
  const { code, severity, message, help, place } = diagnostic;
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[severity],
    message: { text: `${message} ${help}` },
    ...(place && {
      locations: [
        {
          physicalLocation: {
            artifactLocation: artifact(place.document),
            ...(spot && { region: { startLine: spot.line, startColumn: spot.column } }),
          },
          ...(place.pointer !== '' && {
            logicalLocations: [{ fullyQualifiedName: place.pointer, kind: 'value' }],
          }),
        },
      ],
    }),
  };
}

function artifact(document: string): { readonly uri: string; readonly uriBaseId?: string } {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(document)) return { uri: document };
  const uri = document.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return uri.startsWith('/') ? { uri: `file://${uri}` } : { uri, uriBaseId: '%SRCROOT%' };
}
