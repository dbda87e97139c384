import type { Api, Operation } from './api/api.ts';
import { findDependencies } from './api/dependencies.ts';
import { findLogIns } from './api/log-ins.ts';
import { findResources } from './api/resources.ts';
import { findRoles } from './api/roles.ts';
import { idleSelectors, selectOperations, selectorsOf } from './api/select.ts';
import { Report } from './diagnostics/report.ts';
import { suggestion } from './diagnostics/suggestion.ts';
import type { FrontEndOptions } from './frontends/front-end.ts';
import { frontEnds } from './frontends/index.ts';
import { readPeople } from './frontends/wfc/people.ts';
import { Deviations } from './model/deviations.ts';
import { directionOf } from './model/direction.ts';
import type { CaseDraft, Draft } from './model/draft.ts';
import type { At, Strength, TestModel } from './model/model.ts';
import { plan } from './model/plan.ts';
import { overridden } from './overrides/apply.ts';
import { idleStatuses } from './overrides/idle-statuses.ts';
import type { Override } from './overrides/override.ts';
import { leaveOut } from './overrides/skip.ts';
import { Requests } from './model/requests.ts';
import { sortBySafety } from './model/safety.ts';
import type { Subject } from './model/subject.ts';
import { ruleBook, type RuleName } from './rules/index.ts';
import { createLocator } from './source/locate.ts';
import type { Place } from './source/place.ts';
import type { Source } from './source/source.ts';
import { asAnswered, asSent } from './values/direction.ts';

export interface CompileOptions {
  /** The weakest expectation that gets a case. */
  readonly strength: Strength;
  /** Selectors of operations (see `selectOperations`); empty: all. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly frontEnd: FrontEndOptions;
  /** An auth file of Web Fuzzing Commons. */
  readonly people?: Source | undefined;
  /** What itc.yaml says beyond the contract; it wins over `x-itc-…` in it. */
  readonly overrides?: readonly Override[];
  /** Arazzo documents on this API. */
  readonly workflows?: readonly Source[];
}

export interface Compilation {
  /** Undefined: the report says, in an error, why there is none. */
  readonly model: TestModel | undefined;
  readonly report: Report;
  /** What the model was planned from; there where the model is. */
  readonly grounds?: Grounds;
}

/** For those who ask why a model is as it is. */
export interface Grounds {
  readonly subject: Subject;
  /** What became its cases and gaps. */
  readonly drafts: readonly Draft[];
  /** Cases that are not in it, because a stronger expectation was asked for. */
  readonly tooWeak: readonly CaseDraft[];
  /** What each rule has made, whether it is in the model or not, the first rule of a suite first. */
  readonly rulings: readonly { readonly rule: RuleName; readonly drafts: readonly Draft[] }[];
  /** Any place as the model tells it. */
  readonly locate: (place: Place) => At;
}

/** The pipe: a contract is read, described, judged by every rule and planned. Writes nothing. */
export async function compile(
  source: Source,
  options: CompileOptions,
  report = new Report(),
): Promise<Compilation> {
  const frontEnd = frontEnds.find((one) => one.recognises(source)) ?? frontEnds[0]!;
  const described = await frontEnd.describe(source, report, options.frontEnd);
  if (described === undefined) return { model: undefined, report };
  const told = await withWorkflows(
    withPeople(described, options.people, report),
    options.workflows ?? [],
    report,
  );
  const { api, skips } = overridden(told, options.overrides ?? [], report);
  if (report.hasErrors) return { model: undefined, report };

  for (const selector of idleSelectors(api.operations, options)) {
    const meant = suggestion(selector, selectorsOf(api.operations));
    report.add('compile/idle-selector', undefined, { selector, suggestion: meant });
  }
  const operations = selectOperations(api.operations, options);
  if (operations.length === 0) {
    report.add('compile/nothing-selected', { document: source.document, pointer: '' });
    return { model: undefined, report };
  }
  const { safe, gaps } = sortBySafety(operations, findResources(api));
  const subject = study(api, safe, report);
  const rulings = Object.entries(ruleBook).map(([name, rule]) => ({
    rule: name as RuleName,
    drafts: rule(subject, report),
  }));
  const made = leaveOut(
    rulings.flatMap(({ drafts }) => drafts),
    skips,
    report,
  );
  idleStatuses(operations, made, report);
  const isMet = (draft: Draft) => isStrongEnough(draft, options.strength);
  const drafts = [...gaps, ...made.filter(isMet)];
  const tooWeak = made.flatMap((draft) => (draft.draft === 'case' && !isMet(draft) ? [draft] : []));
  const locate = createAt([source, ...(options.workflows ?? [])]);
  return {
    model: plan(subject, drafts, locate),
    report,
    grounds: { subject, drafts, tooWeak, rulings, locate },
  };
}

/** With those of whom an auth file of Web Fuzzing Commons tells. */
function withPeople(api: Api, source: Source | undefined, report: Report): Api {
  return source === undefined ? api : { ...api, people: readPeople(source, report) };
}

/** With the workflows of Arazzo documents on it. */
async function withWorkflows(api: Api, documents: readonly Source[], report: Report): Promise<Api> {
  if (documents.length === 0) return api;
  const { readWorkflows } = await import('./frontends/arazzo/arazzo.ts');
  return { ...api, workflows: readWorkflows(documents, api, report) };
}

/** What rules look at, worked out from a contract. */
export function study(api: Api, operations: readonly Operation[], report: Report): Subject {
  const resources = findResources(api);
  const roles = findRoles(resources);
  const dependencies = findDependencies(api, resources);
  const sent = directionOf(asSent(api.schemas));
  const answered = directionOf(asAnswered(api.schemas));
  const requests = new Requests({ api, roles, dependencies, sent, report });
  const tested: ReadonlySet<Operation | undefined> = new Set(operations);
  return {
    api,
    operations,
    isTested: (operation): operation is Operation => tested.has(operation),
    resources,
    roles,
    logIns: findLogIns(api, resources),
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
function createAt(sources: readonly Source[]): (place: Place) => At {
  const locate = createLocator(sources);
  const known = new Map<string, Map<string, At>>();
  return (place) => {
    const { document, pointer } = place;
    let inDocument = known.get(document);
    if (inDocument === undefined) known.set(document, (inDocument = new Map()));
    let at = inDocument.get(pointer);
    if (at === undefined) {
      const found = locate(place);
      at = found ? `${document}:${found.line}:${found.column}` : `${document}#${pointer}`;
      inDocument.set(pointer, at);
    }
    return at;
  };
}
