import { isArray, isObject, type Json } from '../../api/json.ts';
import type { JsonSchema, Schemas } from '../../api/json-schema.ts';
import { numberType, parts } from '../../api/schema-shape.ts';
import type { Workflow, WorkflowStep } from '../../api/workflows.ts';
import { wordsOf } from '../../api/words.ts';
import { expressionIn, meaningOf, textWith, type Examples, type Told } from '../../model/expressions.ts';
import { array, literal, object, type Value } from '../../model/value.ts';

interface Past {
  readonly step: WorkflowStep;
  readonly told: Told;
}

/** What a workflow knows on its way: its inputs, and the steps behind it. */
export class Memory {
  readonly #workflow: Workflow;
  readonly #examples: Examples;
  readonly #schemas: Schemas;
  readonly #past = new Map<string, Past>();

  constructor(workflow: Workflow, examples: Examples, schemas: Schemas) {
    this.#workflow = workflow;
    this.#examples = examples;
    this.#schemas = schemas;
  }

  keep(step: WorkflowStep, told: Told): void {
    this.#past.set(step.id, { step, told });
  }

  /** A value with its expressions resolved, at any depth; or the expression that a suite cannot know. */
  valueOf(said: Json): Value | { readonly unread: string } {
    if (isArray(said))
      return all(
        said.map((item) => this.valueOf(item)),
        array,
      );
    if (isObject(said)) {
      const names = Object.keys(said);
      return all(
        names.map((name) => this.valueOf(said[name]!)),
        (values) => object(Object.fromEntries(names.map((name, index) => [name, values[index]!]))),
      );
    }
    if (typeof said !== 'string') return literal(said);
    const expression = expressionIn(said);
    if (expression !== undefined) return this.meaning(expression) ?? { unread: said };
    return textWith(said, (inside) => this.meaning(inside)) ?? { unread: said };
  }

  /** `$inputs.isbn`, `$steps.create.outputs.bookId`, each with a pointer behind it where there is one. */
  meaning(expression: string): Value | undefined {
    const [, input, inside = ''] = /^\$inputs\.([^#]+)(?:#(.*))?$/s.exec(expression) ?? [];
    if (input !== undefined) return inside === '' ? this.#input(input) : undefined;
    const [, id, output, pointer = ''] =
      /^\$(?:steps|workflows)\.([^.]+)\.outputs\.([^#.]+)(?:#(.*))?$/s.exec(expression) ?? [];
    if (id === undefined || output === undefined) return undefined;
    const found = this.#output(id, output);
    if (pointer === '') return found;
    return found?.kind === 'part' && found.in === 'body'
      ? { ...found, pointer: found.pointer + pointer }
      : undefined;
  }

  /** What a step gives, or a workflow whose steps were put in. */
  #output(id: string, output: string): Value | undefined {
    const { called } = this.#workflow;
    const other = Object.hasOwn(called, id) ? called[id] : undefined;
    if (other !== undefined) {
      const inside = /^\$steps\.([^.]+)\.outputs\.([^.]+)$/s.exec(other.outputs[output] ?? '');
      return inside ? this.#output(`${other.id}/${inside[1]}`, inside[2]!) : undefined;
    }
    const past = this.#find(id);
    const said = past?.step.outputs[output];
    return past && said !== undefined ? meaningOf(said, past.told, this.#examples) : undefined;
  }

  /** A step of this workflow, or of one that was put into it. */
  #find(id: string): Past | undefined {
    return this.#past.get(id) ?? [...this.#past.values()].find(({ step }) => step.id.endsWith(`/${id}`));
  }

  /** What the contract's owner suggests, else what only the user knows. */
  #input(name: string): Value | undefined {
    const schema: JsonSchema | undefined = Object.hasOwn(this.#workflow.inputs, name)
      ? this.#workflow.inputs[name]
      : undefined;
    if (schema === undefined) return undefined;
    const shapes = parts(schema, this.#schemas);
    const suggested = shapes.find((shape) => shape.default !== undefined)?.default;
    if (suggested !== undefined) return literal(suggested);
    const shown = shapes.flatMap(({ examples = [] }) => examples)[0];
    const type = numberType(schema, this.#schemas);
    return {
      kind: 'seed',
      name: wordsOf(name).length > 0 ? name : 'input',
      ...(shown !== undefined && { example: shown }),
      ...(type && { type }),
    };
  }
}

type Resolved = Value | { readonly unread: string };

function all(found: readonly Resolved[], make: (values: readonly Value[]) => Value): Resolved {
  const unread = found.find((one) => 'unread' in one);
  return unread ?? make(found as readonly Value[]);
}
