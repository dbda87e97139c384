import type { Report } from '../../diagnostics/report.ts';
import { member, textOf, type Node } from './node.ts';

/** The three languages that a description can be read as. */
export type Version = '2.0' | '3.0' | '3.1';

/**
 * The version of a description, or why it is none. What is newer than 3.1 is read as 3.1, what has an unknown number is
 * read as the nearest version; both are reported.
 */
export function versionOf(root: Node, report: Report): Version | { readonly reason: string } {
  const said = textOf(root, 'openapi') ?? textOf(root, 'swagger');
  if (said === undefined) return { reason: 'it has neither openapi nor swagger' };
  const version = nearest(said);
  if (version === undefined) return { reason: `${said} is no version of OpenAPI` };
  if (!isKnown(said)) {
    const place = (member(root, 'openapi') ?? member(root, 'swagger'))?.place;
    const code = /^3\.2(\.\d+)?$/.test(said.trim()) ? 'openapi/newer-version' : 'openapi/unknown-version';
    report.add(code, place, { version: said, readAs: version });
  }
  return version;
}

function nearest(said: string): Version | undefined {
  const major = /^v?(\d+)/.exec(said.trim())?.[1];
  if (major === undefined) return undefined;
  if (Number(major) <= 2) return '2.0';
  return /^v?3\.0(\D|$)/.test(said.trim()) || said.trim() === '3' ? '3.0' : '3.1';
}

/** `2` and `3.1` are what is left of `2.0` and `3.1.0` where they are not quoted in YAML. */
function isKnown(said: string): boolean {
  return /^(2|2\.0|3\.0(\.\d+)?|3\.1(\.\d+)?)(-\w+)?$/.test(said.trim());
}
