import type { RuleName } from '../../rules/index.ts';
import { rulePromises } from '../../rules/promises.ts';
import { kebab, wordsOf } from '../../api/words.ts';
import type { Paint } from '../../diagnostics/print/paint.ts';
import { frame } from '../../diagnostics/print/frame.ts';
import { visible } from '../../diagnostics/print/visible.ts';
import type { At, Call, Fixture, Strength, TestModel } from '../../model/model.ts';
import type { Promises } from '../../model/promises.ts';
import { usedFixtures } from '../../model/used-fixtures.ts';
import type { Locator } from '../../source/locate.ts';
import { wrapped } from '../plan/lines.ts';
import { curl } from '../wording/curl.ts';
import { shownRequest } from '../wording/shown-request.ts';
import { stepPromise } from '../wording/step-promise.ts';
import { examplesOf, type Scope, scopeOf } from '../wording/shown-value.ts';
import { variablesOf } from './variables-of.ts';
import { type FoundCase, idOf } from './find-case.ts';

/** What an explanation needs beside the case. */
export interface Telling {
  /** Undefined: no rule is known to have made it. */
  readonly rule: RuleName | undefined;
  readonly locate: Locator;
  readonly paint: Paint;
  /** Undefined: lines may be as long as they are. */
  readonly columns: number | undefined;
}

/** Why a case is there, for people: one section for each question that they ask. */
export function explain(found: FoundCase, telling: Telling): string {
  const { test, row, group } = found;
  const { paint, columns } = telling;
  const text = (line: string) => wrapped(`  ${visible(line)}`, columns, '  ');
  const title = `${group.heading} ${test.title}${row ? `: ${row.label}` : ''}`;
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['Why', why(telling.rule).flatMap(text)],
    ['How strong', text(strengths[test.strength])],
    ['Where', where(row?.at ?? test.at, telling)],
    ...steps(found, telling),
    ...(row && test.table ? [['Row', rowLines(found).flatMap(text)] as const] : []),
    ...needs(found, telling),
    ['Leave it out', leaveOut(idOf(found), columns)],
  ];
  return [
    paint('place', visible(idOf(found))),
    ...text(title),
    ...sections.flatMap(([head, lines]) => ['', paint('place', head), ...lines]),
    '',
  ].join('\n');
}

function why(rule: RuleName | undefined): readonly string[] {
  if (rule === undefined) return ['No rule is known to have made it.'];
  const { says, source } = rulePromises[rule];
  return [`${says}`, `(rule ${kebab(wordsOf(rule))}${source === '' ? '' : `; ${source}`})`];
}

const strengths: Readonly<Record<Strength, string>> = {
  contract: 'contract: the contract itself says so.',
  http: 'http: the contract does not say so, an RFC does.',
  convention: 'convention: nobody says so, and everybody does so. --strength http leaves such cases out.',
};

function where(at: At, { locate, paint }: Telling): readonly string[] {
  const [, document, line, column] = /^(.*):(\d+):(\d+)$/s.exec(at) ?? [];
  const lines = [`  ${visible(at)}`];
  if (document === undefined) return lines;
  const spot = locate({ document, pointer: '', position: { line: Number(line), column: Number(column) } });
  const excerpt = spot && frame(spot);
  return excerpt === undefined
    ? lines
    : [...lines, ...excerpt.split('\n').map((one) => paint('quiet', `    ${one}`))];
}

/** The requests, each with its promise. */
function steps(
  { test, row, suite, model }: FoundCase,
  telling: Telling,
): readonly (readonly [string, readonly string[]])[] {
  const scope = scopeOf(test, examplesOf(model, suite), row);
  return test.steps.map((step, index) => {
    const { call } = step;
    const { name, promises } = operationOf(call, model);
    return [
      test.steps.length > 1 ? `Step ${index + 1}` : 'Request',
      [
        ...curlLines(call, { scope, model, promises }),
        ...wrapped(`  answers ${visible(stepPromise(step, name, model))}`, telling.columns, '  '),
      ],
    ] as const;
  });
}

interface Calling {
  readonly scope: Scope;
  readonly model: TestModel;
  readonly promises: Promises;
}

/** Not indented: what is copied is what is sent. */
function curlLines(call: Call, { scope, model, promises }: Calling): readonly string[] {
  return curl(shownRequest(call, scope), call, { model, promises }).split('\n').map(visible);
}

function operationOf({ operation, method, path }: Call, { contract }: TestModel) {
  const name = `${method} ${path}`;
  const [found] = Object.entries(contract.operations).filter(([, { key }]) => key === operation);
  return { name: found?.[0] ?? name, promises: found?.[1] ?? contract.operations[name]! };
}

function rowLines({ test, row }: FoundCase): readonly string[] {
  return test.table!.columns.map((column, index) => {
    const cell = JSON.stringify(row!.values[index] ?? null);
    return `${column.join(' ')}: ${cell.length > most ? `${cell.slice(0, most)}… (${cell.length} characters)` : cell}`;
  });
}

/** Of a long cell so many characters are shown. */
const most = 300;

function needs(
  { test, suite, model }: FoundCase,
  telling: Telling,
): readonly (readonly [string, readonly string[]])[] {
  const examples = new Map([...model.examples, ...suite.examples].map((one) => [kebab(one.name), one]));
  const fixtures = usedFixtures([test], { fixtures: model.fixtures, examples });
  const variables = variablesOf({ test, model, fixtures, examples });
  return [
    [
      'Needs',
      [
        ...fixtures.flatMap((fixture) => fixtureLines(fixture, model)),
        ...variables.flatMap((line) => wrapped(`  ${visible(line)}`, telling.columns, '    ')),
      ],
    ],
  ];
}

function fixtureLines(fixture: Fixture, model: TestModel): readonly string[] {
  const scope = scopeOf(fixture, examplesOf(model));
  const { promises } = operationOf(fixture.call, model);
  return [`  ${visible(fixture.summary)}`, ...curlLines(fixture.call, { scope, model, promises })];
}

function leaveOut(id: string, columns: number | undefined): readonly string[] {
  const name = JSON.stringify(id);
  const sentence = (text: string) => wrapped(`  ${text}`, columns, '  ');
  const code = (text: string) => `    ${visible(text)}`;
  return [
    ...sentence(
      'For good, in itc.yaml (docs/overrides.md tells how to change what is sent or expected instead):',
    ),
    code(`skip: [{ case: ${name}, reason: … }]`),
    ...sentence('In one checkout, in the setup file of the suite (pytest: conftest.py, skips):'),
    code(`return {${name}: "…"}`),
  ];
}
