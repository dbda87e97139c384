import type { Operation, Parameter } from '../api/api.ts';
import type { Json } from '../api/json.ts';
import type { JsonSchema } from '../api/json-schema.ts';
import { answeredOnce } from '../api/remembered.ts';
import type { Built } from '../values/build.ts';
import type { Direction } from './subject.ts';

type Size = 'minimal' | 'maximal';

/** One good value of each parameter and body, made once: a value depends on its own place alone. */
export class Samples {
  readonly #sent: Direction;
  readonly #parameters = { minimal: new Map<string, Built>(), maximal: new Map<string, Built>() };
  /** The first schema of each operation: those of its other media types are asked for once. */
  readonly #bodies = new Map<string, { readonly schema: JsonSchema; readonly built: Built }>();

  constructor(sent: Direction) {
    this.#sent = sent;
  }

  /** Of a parameter; what is said of it in the same words has the same value in all operations. */
  ofParameter(parameter: Parameter, size: Size): Built {
    const known = this.#parameters[size];
    const words = wordsOfParameter(parameter);
    const { name, in: location, schema } = parameter;
    const seed = `${location}/${name}`;
    const build = () => this.#sent.builder.build(this.#sent.of(schema), { size, seed, name });
    let built = known.get(words);
    if (built === undefined) known.set(words, (built = build()));
    return built;
  }

  /** Another good value of a parameter than its first. */
  ofParameterAgain({ name, in: location, schema }: Parameter, variant: number): Json | undefined {
    const seed = `${location}/${name}`;
    const built = this.#sent.builder.build(this.#sent.of(schema), { size: 'minimal', seed, name, variant });
    return 'value' in built ? built.value : undefined;
  }

  /** Of the body of an operation, by its schema as it is sent. */
  ofBody(operation: Operation, schema: JsonSchema, size: Size): Built {
    const seed = `${operation.key}/body/${size}`;
    const known = this.#bodies.get(seed);
    if (known?.schema === schema) return known.built;
    const built = this.#sent.builder.build(schema, { size, seed });
    if (known === undefined) this.#bodies.set(seed, { schema, built });
    return built;
  }
}

/** All that a contract says of a parameter's value, as text: large contracts say the same of hundreds. */
export const wordsOfParameter = answeredOnce(
  // One text for a parameter that many operations refer to: to write it and to hash it takes as long as to make a value.
  ({ name, in: location, required, style, explode, schema }: Parameter): string =>
    JSON.stringify([location, name, required, style, explode, schema]),
);
