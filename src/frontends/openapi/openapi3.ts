import { readParameter } from './parameters.ts';
import type { Readers } from './content.ts';
import type { LinkTargets } from './links.ts';
import { member } from './node.ts';
import type { Dialect } from './operation.ts';
import { readBody, readResponse, readResponses } from './responses.ts';

/** How OpenAPI 3.x says what goes in and what comes back. */
export function openapi3(readers: Readers, targets: LinkTargets): Dialect {
  return {
    parameters: (declared) =>
      declared.flatMap(
        (node) => readers.reading.once('This parameter', node, (said) => readParameter(said, readers)) ?? [],
      ),
    body: (operation) => readBody(member(operation, 'requestBody'), readers),
    responses: (operation) =>
      readResponses(member(operation, 'responses'), readers.reading, (said) =>
        readResponse(said, readers, targets),
      ),
  };
}
