import type { Api, Operation } from '../api/api.ts';
import { needsOf } from '../api/dependencies.ts';
import { isJson, answerSchema } from '../api/resources.ts';
import { memberAt, members } from '../api/schema-shape.ts';
import type { Report } from '../diagnostics/report.ts';
import { suggestion } from '../diagnostics/suggestion.ts';
import { seedName } from '../model/seeds.ts';
import { findOperation, selectorsOf } from './find-operation.ts';
import type { Override, Selector } from './override.ts';
import { hasMember } from './volatile-marks.ts';

/** A statement with the key of the operation that it is about. Undefined, and an error, where it is about nothing. */
export function findOverridden(api: Api, override: Override, report: Report): Override | undefined {
  if (override.says === 'skip') {
    if (override.match.operation === undefined) return override;
    const operation = findOrReport(api, override.match.operation, { override, report });
    return operation && { ...override, match: { ...override.match, operation: operation.key } };
  }
  if (!('operation' in override) || override.operation === undefined)
    return isThere(api, override, report) ? override : undefined;
  const operation = findOrReport(api, override.operation, { override, report });
  if (operation === undefined || !isIn(operation, override, { api, report })) return undefined;
  return { ...override, operation: operation.key };
}

interface Told {
  readonly override: Override;
  readonly report: Report;
}

function findOrReport(
  { operations }: Api,
  selector: Selector,
  { override, report }: Told,
): Operation | undefined {
  const found = findOperation(operations, selector);
  if (found === undefined)
    report.add('overrides/unknown-operation', override.named ?? override.place, {
      selector,
      suggestion: suggestion(selector, selectorsOf(operations)),
    });
  return found;
}

/** Whether what is said of all operations is about something in one of them. */
function isThere(api: Api, override: Override, report: Report): boolean {
  const { operations } = api;
  const nothing = (what: string, name: string, candidates: readonly string[]) => {
    report.add('overrides/unknown-name', override.place, {
      owner: 'The contract',
      what: `${what} ${name}`,
      suggestion: suggestion(name, [...new Set(candidates)]),
    });
    return false;
  };
  switch (override.says) {
    case 'parameter': {
      const names = operations.flatMap(({ parameters }) => parameters.map(({ name }) => name));
      return names.includes(override.name) || nothing('parameter', override.name, names);
    }
    case 'seed': {
      const names = operations.flatMap((operation) => [
        ...needsOf(operation, api).map(({ name }) => name),
        ...operation.parameters.map((parameter) => seedName(operation, parameter)),
      ]);
      return names.includes(override.name) || nothing('parameter or member', override.name, names);
    }
    case 'volatile':
      return hasMember(api, override.member) || nothing('member', override.member, Object.keys(api.schemas));
    default:
      return true;
  }
}

interface Surroundings {
  readonly api: Api;
  readonly report: Report;
}

/** Whether the operation has what the statement is about. */
function isIn(operation: Operation, override: Override, { api, report }: Surroundings): boolean {
  const nothing = (what: string, name: string, candidates: readonly string[]) => {
    report.add('overrides/unknown-name', override.place, {
      owner: `${operation.method} ${operation.path}`,
      what: `${what} ${name}`.trimEnd(),
      suggestion: suggestion(name, candidates),
    });
    return false;
  };
  switch (override.says) {
    case 'parameter':
    case 'seed': {
      const names = operation.parameters.map(({ name }) => name);
      return names.includes(override.name) || nothing('parameter', override.name, names);
    }
    case 'body':
      return operation.body !== undefined || nothing('body', '', []);
    case 'member': {
      const contents = operation.body?.contents ?? [];
      const schema = (contents.find(({ mediaType }) => isJson(mediaType)) ?? contents[0])?.schema;
      if (schema === undefined) return nothing('body', '', []);
      const { pointer } = override;
      const parent = memberAt(schema, pointer.slice(0, Math.max(0, pointer.lastIndexOf('/'))), api.schemas);
      const names = [...members(parent, api.schemas).keys()];
      if (
        memberAt(schema, pointer, api.schemas) !== undefined ||
        (parent !== undefined && names.length === 0)
      )
        return true;
      const before = pointer.slice(0, pointer.lastIndexOf('/') + 1);
      return nothing(
        'member',
        pointer,
        names.map((name) => before + name),
      );
    }
    case 'produces': {
      const schema = answerSchema(operation);
      const isAnswered =
        schema !== undefined && memberAt(schema, override.pointer, api.schemas) !== undefined;
      const names = [...members(schema, api.schemas).keys()].map((name) => `/${name}`);
      return isAnswered || nothing('answer with', override.pointer, names);
    }
    default:
      return true;
  }
}
