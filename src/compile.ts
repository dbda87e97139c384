import type { Api, Operation } from './api/api.ts';
import { findDependencies } from './api/dependencies.ts';
import { findResources } from './api/resources.ts';
import { findRoles } from './api/roles.ts';
import { idleSelectors, selectOperations } from './api/select.ts';
import { Report } from './diagnostics/report.ts';
import type { FrontEndOptions } from './frontends/front-end.ts';
import { frontEnds } from './frontends/index.ts';
import { Deviations } from './model/deviations.ts';
import { directionOf } from './model/direction.ts';
import type { Draft } from './model/draft.ts';
import type { Strength, TestModel } from './model/model.ts';
import { plan } from './model/plan.ts';
import { Requests } from './model/requests.ts';
import { sortBySafety } from './model/safety.ts';
import type { Subject } from './model/subject.ts';
import { rules } from './rules/index.ts';
import { createLocator } from './source/locate.ts';
import type { Source } from './source/source.ts';
import { asAnswered, asSent } from './values/direction.ts';

export interface CompileOptions {
  /** The weakest expectation that gets a case. */
  readonly strength: Strength;
  /** Selectors of operations (see `selectOperations`); empty: all. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly frontEnd: FrontEndOptions;
}

export interface Compilation {
  /** Undefined: the report says, in an error, why there is none. */
  readonly model: TestModel | undefined;
  readonly report: Report;
}

/** The pipe: a contract is read, described, judged by every rule and planned. Writes nothing. */
export async function compile(
  source: Source,
  options: CompileOptions,
  report = new Report(),
): Promise<Compilation> {
  const frontEnd = frontEnds.find((one) => one.recognises(source)) ?? frontEnds[0]!;
  const api = await frontEnd.describe(source, report, options.frontEnd);
  if (api === undefined) return { model: undefined, report };

  for (const selector of idleSelectors(api.operations, options))
    report.add('compile/idle-selector', undefined, { selector });
  const operations = selectOperations(api.operations, options);
  if (operations.length === 0) {
    report.add('compile/nothing-selected', { document: source.document, pointer: '' });
    return { model: undefined, report };
  }
  const { safe, gaps } = sortBySafety(operations, findResources(api));
  const subject = study(api, safe, report);
  const drafts = rules
    .flatMap((rule) => rule(subject, report))
    .filter((draft) => isStrongEnough(draft, options.strength));
  return { model: plan(subject, [...gaps, ...drafts], createAt([source])), report };
}

/** What rules look at, worked out from a contract. */
export function study(api: Api, operations: readonly Operation[], report: Report): Subject {
  const resources = findResources(api);
  const roles = findRoles(resources);
  const dependencies = findDependencies(api, resources);
  const sent = directionOf(asSent(api.schemas));
  const answered = directionOf(asAnswered(api.schemas));
  const requests = new Requests({ api, roles, dependencies, sent, report });
  return {
    api,
    operations,
    resources,
    roles,
    dependencies,
    requests,
    deviations: new Deviations(),
    sent,
    answered,
  };
}

const strengths: readonly Strength[] = ['contract', 'http', 'convention'];

function isStrongEnough(draft: Draft, weakest: Strength): boolean {
  return draft.draft === 'gap' || strengths.indexOf(draft.strength) <= strengths.indexOf(weakest);
}

/** Places as they are printed in emitted suites: `openapi.yaml:66:9`; without a line where the text is not at hand. */
function createAt(
  sources: readonly Source[],
): (place: { readonly document: string; readonly pointer: string }) => string {
  const locate = createLocator(sources);
  const known = new Map<string, string>();
  return (place) => {
    const key = `${place.document}#${place.pointer}`;
    let at = known.get(key);
    if (at === undefined) {
      const found = locate(place);
      at = found ? `${place.document}:${found.line}:${found.column}` : key;
      known.set(key, at);
    }
    return at;
  };
}
