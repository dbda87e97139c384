import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import express, { type Request, type RequestHandler, type Response, type Router } from 'express';

/** Puts the routes of one odd contract into a router. */
export type Oddity = (router: Router) => void;

/** An odd server with one fault, and the cases that must find it. */
export interface OddMutant {
  readonly name: string;
  /** One line for a reader: what is wrong, and what would be right. */
  readonly fault: string;
  /** Ids of the cases that must fail; a `*` stands for any characters. */
  readonly kills: readonly string[];
  /** Stands in front of the routes. */
  readonly put: RequestHandler;
}

/** The refusal that every odd contract declares. */
export const refuse = (response: Response, status: number): void => {
  if (status === 401) response.set('WWW-Authenticate', 'Basic realm="odd"');
  response.status(status).json({ message: `Refused with ${status}.` });
};

const ajv = new Ajv2020({ strict: false, ownProperties: true, multipleOfPrecision: 9 });
addFormats.default(ajv);

/** Whether a value fits a JSON Schema. */
export const judge = (schema: object | boolean): ((value: unknown) => boolean) => {
  const validate = ajv.compile(schema);
  return (value) => validate(value);
};

/** Does something with the JSON of a request; refuses with 400 what is no JSON or does not fit the schema. */
export function takes(
  schema: object | boolean,
  act: (body: never, request: Request, response: Response) => void,
): RequestHandler[] {
  const fits = judge(schema);
  return [
    express.json({ strict: false }),
    (request, response) => {
      if (request.body === undefined || !fits(request.body)) refuse(response, 400);
      else act(request.body as never, request, response);
    },
  ];
}

/** Answers what was sent. */
export const echo = (body: unknown, _request: Request, response: Response): void => {
  response.json(body);
};

/** The route of a path template: `/projects/{id}.{format}`. Other characters stand for themselves. */
export function at(template: string): RegExp {
  const parts = template
    .split(/(\{\w+\})/)
    .map((part) =>
      part.startsWith('{')
        ? `(?<${part.slice(1, -1)}>[^/]+?)`
        : encodeURI(decodeURI(part)).replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`),
    );
  return new RegExp(`^${parts.join('')}$`);
}

/** A number that a text is; NaN when it is none. */
export const numberOf = (text: unknown): number =>
  typeof text === 'string' && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;

/** The integers of a list in text, or undefined when one of them is none. */
export function integersOf(texts: readonly unknown[]): readonly number[] | undefined {
  const numbers = texts.map(numberOf);
  return numbers.every(Number.isInteger) ? numbers : undefined;
}
