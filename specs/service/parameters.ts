import type { Node, ServedParameter } from './contract.ts';
import type { Complaint, Judge } from './judge.ts';

/** The parameters of one request as they came: text, or several texts of one name. */
export interface RawParameters {
  readonly path: Readonly<Record<string, string | string[] | undefined>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** The values of a request's parameters by name, with defaults, and what is wrong with them. */
export interface ReadParameters {
  readonly values: Readonly<Record<string, unknown>>;
  readonly wrongPath: readonly Complaint[];
  readonly wrong: readonly Complaint[];
}

/**
 * Reads parameters of the styles `simple` and `form`, arrays without explode (OpenAPI 3.1 §4.8.12.3). What the contract
 * does not declare is ignored; a scalar that comes twice is wrong.
 */
export function readParameters(
  parameters: readonly ServedParameter[],
  raw: RawParameters,
  judge: Judge,
): ReadParameters {
  const read = parameters.map((parameter) => {
    const text = textOf(parameter, raw);
    const value = text === undefined ? parameter.schema['default'] : valueOf(text, parameter.schema);
    return { parameter, value, complaints: complaintsOf(parameter, value, judge) };
  });
  const wrong = (isPath: boolean) =>
    read
      .filter(({ parameter }) => (parameter.in === 'path') === isPath)
      .flatMap(({ complaints }) => complaints);
  return {
    values: Object.fromEntries(read.map(({ parameter, value }) => [parameter.name, value])),
    wrongPath: wrong(true),
    wrong: wrong(false),
  };
}

function complaintsOf(parameter: ServedParameter, value: unknown, judge: Judge): readonly Complaint[] {
  if (value === undefined) return parameter.required ? [{ at: parameter.name, message: 'is missing' }] : [];
  return judge
    .complaints(parameter.pointer, value)
    .map(({ at, message }) => ({ at: `${parameter.name}${at}`, message }));
}

function textOf(parameter: ServedParameter, raw: RawParameters): unknown {
  switch (parameter.in) {
    case 'path':
      return raw.path[parameter.name];
    case 'query':
      return raw.query[parameter.name];
    case 'header':
      return raw.headers[parameter.name.toLowerCase()];
  }
}

/** What a text means where the schema expects a type; a text that means nothing there stays text, and is refused. */
function valueOf(text: unknown, schema: Node): unknown {
  if (typeof text !== 'string') return text;
  switch (schema['type']) {
    case 'integer':
    case 'number':
      return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? Number(text) : text;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'array':
      return text.split(',');
    default:
      return text;
  }
}
