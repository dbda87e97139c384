import type { Operation, Response } from './api.ts';
import { nameOfRef } from './subschemas.ts';

/**
 * Whether an operation says nothing of success: it declares no 2xx and no 3xx, and no `default` that may stand for one. A
 * contract should declare the successful answer (OpenAPI 3.1 §4.8.16), and not all do.
 */
export function declaresErrorsAlone({ responses }: Pick<Operation, 'responses'>): boolean {
  return responses.every(
    (response) => /^[145]/.test(response.status) || (response.status === 'default' && isOfErrors(response)),
  );
}

/** Whether an answer is about what went wrong, by its description or the name of its schema. */
function isOfErrors({ description, contents }: Response): boolean {
  const names = contents.flatMap(({ schema }) =>
    typeof schema === 'object' && schema.$ref !== undefined ? [nameOfRef(schema.$ref)] : [],
  );
  return [description, ...names].some((text) => words.test(text));
}

const words = /error|fail|fault|problem|exception|unexpected|invalid|refus|denied|wrong/i;
