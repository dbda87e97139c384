import type { Credential } from '../../model/callers.ts';
import { valuesOf, visitor } from '../../model/examples.ts';
import type { Case, Example, Fixture, TestModel } from '../../model/model.ts';
import type { Value } from '../../model/value.ts';
import { credentialText } from '../wording/curl.ts';
import { partVariable } from '../wording/shown-value.ts';
import { readable, variable } from '../wording/variables.ts';

/** Whose variables are told. */
export interface Asking {
  readonly test: Case;
  readonly model: TestModel;
  readonly fixtures: readonly Fixture[];
  /** By `kebab(name)`. */
  readonly examples: ReadonlyMap<string, Example>;
}

/** What the variables in the requests of a case stand for, in words: `$AUTHOR_ID: of the author that is created first`. */
export function variablesOf({ test, model, fixtures, examples }: Asking): readonly string[] {
  const told = new Map([[readable(variable('base', 'url')), 'where the API is']]);
  const visit = visitor(examples, (value) => {
    const one = toldOf(value, test);
    if (one !== undefined) told.set(readable(one.variable), one.what);
  });
  for (const speaker of [test, ...fixtures.map((fixture) => ({ ...fixture, steps: [fixture] }))])
    valuesOf(speaker).forEach(visit);
  for (const credential of credentialsOf([...test.steps, ...fixtures], model)) {
    const text = credentialText(credential.actor, model.contract.securitySchemes[credential.scheme]);
    told.set(readable(text), credential.summary);
  }
  return [...told].map(([name, what]) => `${name}: ${what}`);
}

function toldOf(value: Value, test: Case): { readonly variable: string; readonly what: string } | undefined {
  switch (value.kind) {
    case 'seed': {
      const shown = value.example === undefined ? '' : `, such as ${JSON.stringify(value.example)}`;
      return {
        variable: variable(value.name),
        what: `a value that only you know, from the setup file${shown}`,
      };
    }
    case 'part':
      return { variable: partVariable(value), what: partWords(value, test) };
    default:
      return undefined;
  }
}

function partWords(value: Extract<Value, { readonly kind: 'part' }>, { steps }: Case): string {
  const name = value.name.join(' ');
  if (value.of === 'fixture') return `of the ${name} that is created first`;
  const index = steps.findIndex(({ save }) => save?.join(' ') === name);
  const answer = index === -1 ? `the answer ${name}` : `the answer to step ${index + 1}`;
  switch (value.in) {
    case 'body':
      return value.pointer === '' ? `the body of ${answer}` : `${value.pointer} of ${answer}`;
    case 'header':
      return `the header ${value.header} of ${answer}`;
    case 'cookie':
      return `the cookie ${value.cookie} that ${answer} sets`;
    case 'location':
      return `of the Location of ${answer}`;
  }
}

/** The credentials that the setup file is asked for by these calls. */
function credentialsOf(
  speakers: readonly Pick<Fixture, 'call'>[],
  { credentials, contract }: TestModel,
): readonly Credential[] {
  const names = new Map(Object.values(contract.operations).map((promises) => [promises.key, promises]));
  const asked = new Set(
    speakers.flatMap(({ call: { as, operation } }) => {
      const actor = as === 'wrong-scheme' ? 'user' : as;
      return (names.get(operation)?.security ?? []).flat().map(({ scheme }) => `${actor} ${scheme}`);
    }),
  );
  return credentials.filter(({ actor, scheme }) => asked.has(`${actor} ${scheme}`));
}
