import type { Severity } from '../catalogue.ts';
import type { Finding } from './spot.ts';

const levels = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Readonly<
  Record<Severity, string>
>;

/**
 * Annotations of GitHub Actions, one line each, as its workflow commands spell them:
 * `::error file=openapi.yaml,line=14,col=5,title=rules/no-promise::message`. Escaped as actions/toolkit does it
 * (core/src/command.ts), so that no text of a contract ends a command or begins another.
 */
export function printGithub(findings: readonly Finding[]): string {
  return findings
    .map(({ diagnostic: { code, severity, message, help, place }, spot }) => {
      const properties = [
        ...(place ? [`file=${escapeProperty(place.document)}`] : []),
        ...(spot ? [`line=${spot.line}`, `col=${spot.column}`] : []),
        `title=${escapeProperty(code)}`,
      ];
      return `::${levels[severity]} ${properties.join(',')}::${escapeData(`${message}\n${help}`)}\n`;
    })
    .join('');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
