import type { CaseKind } from '../../model/case-kind.ts';
import type { At, Case, CaseId, Row, Step, Strength, Suite, TestModel } from '../../model/model.ts';
import { createSeedSearch } from '../compile/pending.ts';
import { type ShownRequest, shownRequest } from '../wording/shown-request.ts';
import { examplesOf, scopeOf } from '../wording/shown-value.ts';
import { stepPromise } from '../wording/step-promise.ts';
import { readable } from '../wording/variables.ts';

/** One case as people read it. */
export interface PlannedCase {
  readonly id: CaseId;
  readonly title: string;
  readonly kind: CaseKind;
  readonly strength: Strength;
  /** `POST /books`, or the story: `The life of a book`. */
  readonly about: string;
  readonly at: At;
  /** Whether it waits for a value of the setup file. */
  readonly isPending: boolean;
  readonly steps: readonly PlannedStep[];
  /** What the rows of its table change in the requests: the names of the columns. */
  readonly columns?: readonly string[];
  readonly rows?: readonly Row[];
}

export interface PlannedStep {
  /** Method, path and query, headers and body, as text; without what a table changes. */
  readonly request: string;
  readonly promise: string;
}

/** The cases of a model, in its order. */
export function plannedCases(model: TestModel): readonly PlannedCase[] {
  const needsSeed = createSeedSearch(model);
  const names = new Map(Object.entries(model.contract.operations).map(([name, { key }]) => [key, name]));
  return model.suites.flatMap((suite) => {
    const examples = examplesOf(model, suite);
    const step = (test: Case, one: Step): PlannedStep => ({
      request: requestText(shownRequest(one.call, scopeOf(test, examples))),
      promise: stepPromise(one, names.get(one.call.operation) ?? '', model),
    });
    const plannedCase = (test: Case, about: string, inSuite: Suite): PlannedCase => ({
      id: test.id,
      title: test.title,
      kind: test.kind,
      strength: test.strength,
      about,
      at: test.at,
      isPending: needsSeed(test, inSuite),
      steps: test.steps.map((one) => step(test, one)),
      ...(test.table && {
        columns: test.table.columns.map((column) => column.join(' ')),
        rows: test.table.rows,
      }),
    });
    return suite.groups.flatMap(({ heading, cases }) =>
      cases.map((test) => plannedCase(test, heading, suite)),
    );
  });
}

/** A request as text: the line, who calls, headers, and the body behind an empty line. */
export function requestText({ method, target, caller, headers, cookies, body }: ShownRequest): string {
  const lines = [
    `${method} ${target}`,
    ...(caller === undefined ? [] : [`(${caller})`]),
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...cookies.map(([name, value]) => `cookie: ${name}=${value}`),
  ];
  if (body === undefined) return readable(lines.join('\n'));
  switch (body.kind) {
    case 'json':
    case 'text':
      return readable([...lines, `content-type: ${body.mediaType}`, '', body.text].join('\n'));
    case 'form':
    case 'multipart': {
      const type = body.kind === 'form' ? 'application/x-www-form-urlencoded' : 'multipart/form-data';
      const fields = body.fields.map(([name, value]) => `${name}=${value}`);
      return readable([...lines, `content-type: ${type}`, '', ...fields].join('\n'));
    }
  }
}
