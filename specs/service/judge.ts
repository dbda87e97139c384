import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Node } from './contract.ts';

/** One thing that is wrong: where (a JSON Pointer into the value) and what. */
export interface Complaint {
  readonly at: string;
  readonly message: string;
}

/** Judges values by the schemas of one contract. */
export interface Judge {
  /**
   * What is wrong with a value by the schema that a JSON Pointer into the contract leads to; nothing: it is good.
   * A judge of requests puts the defaults of absent members into the value; branches of a `oneOf` must have none.
   */
  complaints(pointer: string, value: unknown): readonly Complaint[];
}

/**
 * A judge of what callers send. Read-only members are ignored there, whatever they are (OpenAPI 3.1.1 §4.8.24, JSON
 * Schema Validation 2020-12 §9.4).
 */
export const judgeOfRequests = (contract: Node): Judge =>
  judge(
    without(contract, 'readOnly', () => true),
    { useDefaults: true },
  );

/** A judge of what servers answer. Write-only members must not be there where the object is closed. */
export const judgeOfAnswers = (contract: Node): Judge =>
  judge(
    without(contract, 'writeOnly', () => undefined),
    {},
  );

function judge(contract: Node, options: { readonly useDefaults?: true }): Judge {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    ownProperties: true,
    multipleOfPrecision: 9,
    ...options,
  });
  addFormats.default(ajv);
  ajv.addSchema({ ...contract, $id: 'contract' });
  return {
    complaints(pointer, value) {
      const validate = ajv.getSchema(`contract#${encodeURI(pointer)}`);
      if (validate === undefined) throw new Error(`The contract has no schema at ${pointer}`);
      return validate(value)
        ? []
        : (validate.errors ?? []).map((error) => ({
            at: error.instancePath,
            message: `${error.message ?? error.keyword}`,
          }));
    },
  };
}

/** The same document, in which no object demands a member that carries the mark, and each is replaced. */
function without<T>(document: T, mark: 'readOnly' | 'writeOnly', replacement: () => true | undefined): T {
  if (Array.isArray(document)) return document.map((item) => without(item, mark, replacement)) as T;
  if (typeof document !== 'object' || document === null) return document;
  const copy = Object.fromEntries(
    Object.entries(document).map(([name, value]) => [name, without(value, mark, replacement)]),
  );
  const properties = copy['properties'] as Record<string, unknown> | undefined;
  if (typeof properties !== 'object') return copy as T;
  const marked = Object.keys(properties).filter((name) => (properties[name] as Node)[mark] === true);
  return {
    ...copy,
    properties: Object.fromEntries(
      Object.entries(properties)
        .map(([name, schema]) => [name, marked.includes(name) ? replacement() : schema] as const)
        .filter(([, schema]) => schema !== undefined),
    ),
    ...(Array.isArray(copy['required'])
      ? { required: copy['required'].filter((name: string) => !marked.includes(name)) }
      : {}),
  } as T;
}
