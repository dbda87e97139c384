import type { Emitter } from '../../model/emitter.ts';
import type { TestModel } from '../../model/model.ts';

/** `--emit model`: the model itself, as schemas/model.schema.json describes it. */
export const modelEmitter: Emitter = {
  name: 'model',
  summary: 'the test model as JSON, on standard output unless --out is given',
  emit: (model) => ({ files: [{ path: 'model.json', text: printModel(model), owner: 'itc' }], cases: {} }),
};

/** The model as JSON text, indented, with a final line break. */
export function printModel(model: TestModel): string {
  return `${JSON.stringify(model, null, 2)}\n`;
}
