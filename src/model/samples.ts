import type { Operation, Parameter } from '../api/api.ts';
import type { JsonSchema } from '../api/json-schema.ts';
import type { Built } from '../values/build.ts';
import type { Direction } from './subject.ts';

type Size = 'minimal' | 'maximal';

/** One good value of each parameter and body, made once: a value depends on its own place alone. */
export class Samples {
  readonly #sent: Direction;
  readonly #parameters = new Map<string, Built>();
  readonly #bodies = new Map<string, Built>();

  constructor(sent: Direction) {
    this.#sent = sent;
  }

  /** Of a parameter; what is said of it in the same words has the same value in all operations. */
  ofParameter(parameter: Parameter, size: Size): Built {
    const key = `${size} ${wordsOfParameter(parameter)}`;
    const { name, in: location, schema } = parameter;
    const seed = `${location}/${name}`;
    const build = () => this.#sent.builder.build(this.#sent.of(schema), { size, seed, name });
    const built = this.#parameters.get(key) ?? build();
    this.#parameters.set(key, built);
    return built;
  }

  /** Of the body of an operation, by its schema as it is sent. */
  ofBody(operation: Operation, schema: JsonSchema, size: Size): Built {
    const seed = `${operation.key}/body/${size}`;
    const built = this.#bodies.get(seed) ?? this.#sent.builder.build(schema, { size, seed });
    this.#bodies.set(seed, built);
    return built;
  }
}

/** All that a contract says of a parameter's value, as text: large contracts say the same of hundreds. */
export function wordsOfParameter({
  name,
  in: location,
  required,
  style,
  explode,
  schema,
}: Parameter): string {
  return JSON.stringify([location, name, required, style, explode, schema]);
}
