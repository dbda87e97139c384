import type { Api, Content, Operation, Response } from '../api/api.ts';
import type { OwnerWords, SaidStatuses } from '../api/owner.ts';
import type { Report } from '../diagnostics/report.ts';
import { findOverridden } from './find-overridden.ts';
import { fromExtensions } from './from-extensions.ts';
import type { Override } from './override.ts';
import { strongest } from './strongest.ts';
import { withVolatileMarks } from './volatile-marks.ts';

/** One kind of statement. */
export type Placed<Says extends Override['says']> = Extract<Override, { readonly says: Says }>;

export interface Overridden {
  readonly api: Api;
  readonly skips: readonly Placed<'skip'>[];
}

/**
 * Works what the owner says into the Api, in one place for all rules: `x-itc-…` of the contract first, then the given
 * statements of itc.yaml, which win. From then on nobody needs to know which of the two it was.
 *
 * What names something that is not there is an error of the report, at its own line.
 */
export function overridden(described: Api, said: readonly Override[], report: Report): Overridden {
  const written = fromExtensions(described, report);
  if (written.length === 0 && said.length === 0) return { api: described, skips: [] };
  const resolved = (overrides: readonly Override[]) =>
    overrides.flatMap((override) => findOverridden(described, override, report) ?? []);
  const found = strongest(resolved(written), resolved(said));
  const of = <Says extends Override['says']>(says: Says): readonly Placed<Says>[] =>
    found.filter((override): override is Placed<Says> => override.says === says);
  const operations = described.operations.map((operation) =>
    found.reduce((changed, override) => changedBy(changed, override), operation),
  );
  const marks = new Map(of('volatile').map(({ member, is }) => [member, is]));
  return {
    api: withVolatileMarks(
      { ...described, operations, owner: ownerWords(of('seed'), of('produces')) },
      marks,
    ),
    skips: of('skip'),
  };
}

function ownerWords(seeds: readonly Placed<'seed'>[], produces: readonly Placed<'produces'>[]): OwnerWords {
  return {
    seeds: Object.fromEntries(
      seeds
        .filter(({ operation }) => operation === undefined)
        .map(({ name, value, place }) => [name, { ...(value !== undefined && { value }), place }]),
    ),
    produces: produces.map(({ name, operation, pointer, place }) => ({ name, operation, pointer, place })),
  };
}

function changedBy(operation: Operation, override: Override): Operation {
  const own = 'operation' in override ? override.operation : undefined;
  if (own !== undefined && own !== operation.key) return operation;
  switch (override.says) {
    case 'status':
      return expecting(operation, override.kind, override);
    case 'unsafe':
      return { ...operation, owner: { ...operation.owner, unsafe: override.is } };
    case 'owned':
      return { ...operation, owner: { ...operation.owner, owned: override.is } };
    case 'parameter': {
      const { name, value, place } = override;
      return withParameter(operation, name, (one) => ({ ...one, given: { value, place } }));
    }
    case 'seed':
      return own === undefined
        ? operation
        : withParameter(operation, override.name, (one) => ({ ...one, isSeed: true }));
    case 'member': {
      const { pointer, value, place } = override;
      return withContents(operation, (content) => ({
        ...content,
        given: [...(content.given ?? []), { pointer, value, place }],
      }));
    }
    case 'body': {
      const { name, value, place } = override;
      const example = { name, value, isGiven: true, place } as const;
      return withContents(operation, (content) => ({
        ...content,
        examples: name === '' ? [example, ...content.examples] : [...content.examples, example],
      }));
    }
    case 'skip':
    case 'produces':
    case 'volatile':
      return operation; // not about one operation
  }
}

/** What is expected is declared from then on: the owner has said so, if not what its body is. */
function expecting(operation: Operation, kind: string, { codes, place }: SaidStatuses): Operation {
  const declared = new Set(operation.responses.map(({ status }) => status));
  const more = codes
    .map(String)
    .filter((status) => !declared.has(status) && !declared.has(`${status.charAt(0)}XX`))
    .map((status): Response => ({ status, description: '', contents: [], headers: [], links: [], place }));
  const statuses = { ...operation.owner?.statuses, [kind]: { codes, place } };
  return {
    ...operation,
    responses: [...operation.responses, ...more],
    owner: { ...operation.owner, statuses },
  };
}

function withParameter(
  operation: Operation,
  name: string,
  change: (parameter: Operation['parameters'][number]) => Operation['parameters'][number],
): Operation {
  const parameters = operation.parameters.map((one) => (one.name === name ? change(one) : one));
  return { ...operation, parameters };
}

function withContents(operation: Operation, change: (content: Content) => Content): Operation {
  const { body } = operation;
  return body === undefined
    ? operation
    : { ...operation, body: { ...body, contents: body.contents.map(change) } };
}
