import type { Api, Operation } from '../../api/api.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Source } from '../../source/source.ts';
import type { FrontEnd, FrontEndOptions } from '../front-end.ts';
import { AuthorizationParameters } from './authorization.ts';
import type { Readers } from './content.ts';
import { Documents } from './documents.ts';
import { isMembers, member, textOf, type Node } from './node.ts';
import { openapi3 } from './openapi3.ts';
import { ownPrefix } from '../../api/own-extensions.ts';
import { reportUnknownExtensions } from './own-extensions.ts';
import { readOperation, type Dialect, type Surroundings } from './operation.ts';
import { findOperations, linkTargets, type Found } from './paths.ts';
import { Reading } from './reading.ts';
import { SchemaReader } from './schema.ts';
import type { Pooled } from './schema-pool.ts';
import { readSecuritySchemes } from './security.ts';
import { basePathOf, readServers } from './servers.ts';
import { swagger2 } from './swagger2.ts';
import { holesOf, reportUncompiled, servedHere } from './uncompiled.ts';
import { versionOf, type Version } from './version.ts';

/**
 * OpenAPI 2.0, 3.0 and 3.1; 3.2 as far as it is the same. What is wrong with a description is reported and costs as
 * little as can be: a schema becomes `true`, an operation a gap. Only what is no description at all is an error.
 */
export const openapi: FrontEnd = {
  name: 'openapi',
  recognises: ({ value }) => isMembers(value) && ('openapi' in value || 'swagger' in value),
  describe,
};

async function describe(given: Source, report: Report, options: FrontEndOptions): Promise<Api | undefined> {
  const source = await overlaid(given, report, options);
  if (source === undefined) return undefined;
  const root: Node = { value: source.value, place: { document: source.document, pointer: '' } };
  const version = versionOf(root, report);
  if (typeof version === 'object') {
    report.add('openapi/not-openapi', root.place, { document: source.document, reason: version.reason });
    return undefined;
  }
  const mayBeOurs = [source, ...options.overlays].some(({ text }) => text.includes(ownPrefix));
  if (mayBeOurs) reportUnknownExtensions(root, report);
  const documents = await Documents.load(source, version, options);
  return readDescription(root, new Reading({ version, documents, report }));
}

async function overlaid(
  source: Source,
  report: Report,
  { overlays }: FrontEndOptions,
): Promise<Source | undefined> {
  if (overlays.length === 0) return source;
  const { applyOverlays } = await import('./overlay.ts');
  return applyOverlays(source, overlays, report);
}

function readDescription(root: Node, reading: Reading): Api {
  const schemas = new SchemaReader(reading, textOf(root, 'jsonSchemaDialect'));
  const found = findOperations(root, reading);
  const here = servedHere(found, { root, reading });
  const securitySchemes = readSecuritySchemes(schemesIn(root, reading.version), reading);
  const dialect = dialectOf(root, found, { reading, schemas });
  const authorization = new AuthorizationParameters(securitySchemes, reading);
  const surroundings: Surroundings = { root, reading, securitySchemes, authorization, dialect };
  const operations = here.flatMap((operation) => readOperation(operation, surroundings) ?? []);
  reportUncompiled(root, here, reading);
  const pooled = schemas.finish(root.place.document);
  reportSchemas(operations, pooled, reading);
  return {
    title: textOf(member(root, 'info'), 'title') ?? root.place.document,
    document: root.place.document,
    basePath: basePath(root, found),
    operations,
    schemas: pooled.schemas,
    schemaPlaces: pooled.places,
    securitySchemes: { ...securitySchemes, ...authorization.schemes },
    gaps: reading.gaps,
  };
}

function dialectOf(root: Node, found: readonly Found[], readers: Readers): Dialect {
  return readers.reading.version === '2.0' ? swagger2(root, readers) : openapi3(readers, linkTargets(found));
}

function schemesIn(root: Node, version: Version): Node | undefined {
  return version === '2.0'
    ? member(root, 'securityDefinitions')
    : member(member(root, 'components'), 'securitySchemes');
}

/** `basePath` of 2.0, else the path of the first server. Only a description without servers takes an operation's. */
function basePath(root: Node, found: readonly Found[]): string {
  const said = textOf(root, 'basePath');
  if (said !== undefined) return basePathOf(said);
  const servers = readServers(root);
  const others =
    servers.length > 0 ? [] : found.flatMap(({ item, node }) => [...readServers(node), ...readServers(item)]);
  return basePathOf(servers[0] ?? others[0]);
}

function reportSchemas(operations: readonly Operation[], pooled: Pooled, reading: Reading): void {
  for (const place of pooled.loops)
    reading.report.add('openapi/reference-loop', place, { reference: 'This schema' });
  for (const { operation, reasons } of holesOf(operations, pooled)) {
    const { method, path, place } = operation;
    reading.gap(
      'unreadable-schema',
      `A schema of ${method} ${path} says nothing: ${reasons.join('; ')}.`,
      place,
    );
  }
}
