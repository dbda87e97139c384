import type { Operation, Parameter } from '../api/api.ts';
import type { Json } from '../api/json.ts';
import { a } from '../api/roles.ts';
import { wordsOf } from '../api/words.ts';
import { isScalar, parts } from '../api/schema-shape.ts';
import { gap, type Draft } from '../model/draft.ts';
import { isMade } from '../model/requests.ts';
import { expecting, refusalOf, refusing } from '../model/statuses.ts';
import type { Subject } from '../model/subject.ts';
import { literal, replaced } from '../model/value.ts';
import { serialise } from '../values/wire.ts';
import type { Rule } from './rule.ts';

/**
 * A thing that does not exist is not found: each path parameter with a well-formed identity that nobody has.
 *
 * Where the contract does not promise a 404 or 410, only operations on the thing itself are asked: a list below an
 * unknown parent may well be empty, a DELETE may well be done already, and a PUT may create (RFC 9110 §9.3.4).
 */
export const unknownThing: Rule = (subject) =>
  subject.operations.flatMap((operation) =>
    operation.parameters
      .filter((parameter) => parameter.in === 'path')
      .flatMap((parameter) => of(operation, parameter, subject)),
  );

function of(operation: Operation, parameter: Parameter, subject: Subject): readonly Draft[] {
  const request = subject.requests.good(operation);
  const names = request && isMade(request) && request.parameters.find((sent) => sent.parameter === parameter);
  if (!isMade(request) || !names || names.made !== undefined) return [];
  if (!isScalar(names.schema, subject.sent.schemas)) return [];
  const isLast = operation.path.endsWith(`{${parameter.name}}`);
  if (isLast && createsByPut(operation)) return [];
  const dependency = subject.dependencies.producerOf(operation, { ...parameter, in: 'path' });
  if (dependency === undefined && isMeasure(parameter)) {
    const reason = `${parameter.name} says how many, where or when: it names nothing that could be unknown.`;
    return [gap(operation, 'no-unknown-value', reason, parameter.place)];
  }
  const refusal = refusalOf(operation, 'missing');
  const isItsOwn = isLast && operation.method !== 'DELETE' && operation.method !== 'POST';
  if (refusal.strength !== 'contract' && !isItsOwn) {
    const reason = `The contract does not say how it answers an unknown ${parameter.name}, and not everybody answers 404 here.`;
    return [gap(operation, 'no-promise', reason, parameter.place)];
  }
  const unknown = unknownIdentity(operation, parameter, subject);
  if (unknown === undefined)
    return [
      gap(
        operation,
        'no-unknown-value',
        `No value for ${parameter.name} is known to name nothing.`,
        parameter.place,
      ),
    ];
  const wire = serialise(parameter, unknown)[parameter.name] ?? unknown;
  const thing = dependency
    ? a(dependency.resource.name).replace(/^an? /, 'an unknown ')
    : `an unknown ${parameter.name}`;
  return [
    {
      draft: 'case',
      operation,
      kind: 'not-found',
      subject: `path/${parameter.name}`,
      title: refusing(refusal.status, `for ${thing}`),
      strength: refusal.strength,
      steps: [
        {
          call: {
            ...request.elsewhere,
            pathParameters: replaced(
              request.call.pathParameters ?? literal({}),
              parameter.name,
              literal(wire),
            ),
          },
          expect: expecting(refusal),
        },
      ],
      place: parameter.place,
    },
  ];
}

const measures: ReadonlySet<string> = new Set(
  [
    'page offset limit size count amount min max zoom width height radius',
    'x y z lat latitude lon lng longitude',
    'date day days week month year hour time timestamp since until',
  ].flatMap((words) => words.split(' ')),
);

/** Far pages are empty lists and far places empty maps: by its last word such a parameter measures, and names no thing. */
function isMeasure({ name }: Parameter): boolean {
  return measures.has(wordsOf(name).at(-1) ?? '');
}

function createsByPut({ method, responses }: Operation): boolean {
  return method === 'PUT' && responses.some(({ status }) => status === '201');
}

const nil = '00000000-0000-4000-8000-000000000000';

/**
 * A well-formed identity that names nothing: by the schema of the identity itself where that is known, and none that the
 * contract shows as an example.
 */
function unknownIdentity(
  operation: Operation,
  parameter: Parameter,
  { dependencies, sent }: Subject,
): Json | undefined {
  const own = sent.of(parameter.schema);
  const identity = dependencies.producerOf(operation, { ...parameter, in: 'path' })?.identity.schema;
  const schema = identity === undefined ? own : sent.of(identity);
  const shapes = [...parts(own, sent.schemas), ...parts(schema, sent.schemas)];
  if (shapes.some((shape) => shape.enum !== undefined || shape.const !== undefined)) return undefined;
  const shown = [
    ...shapes.flatMap((shape) => [...(shape.examples ?? []), shape.default]),
    ...parameter.examples.map(({ value }) => value),
  ].map(String);
  const [{ examples: _examples, default: _default, ...bare } = {}] = parts(schema, sent.schemas);
  const isUnknown = (value: Json): boolean =>
    !shown.includes(String(value)) &&
    sent.validator.isValid(schema, value) &&
    sent.validator.isValid(own, value);
  const plain = ['itc-unknown', nil, 2147483646, 999999].find(isUnknown);
  if (plain !== undefined) return plain;
  const built = sent.builder.build(bare, { size: 'minimal', seed: 'a thing that nobody has made' });
  // Of a small range of numbers every one may be taken; of made texts none is.
  return 'value' in built && typeof built.value === 'string' && isUnknown(built.value)
    ? built.value
    : undefined;
}
