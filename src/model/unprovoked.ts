import type { Operation } from '../api/api.ts';
import { isSecured } from '../api/security.ts';

/** Why no case brings about a status that an operation declares: a sentence. Of what some case expects it is not asked. */
export function whyUnprovoked(operation: Operation, status: string): string {
  const why = reasons[status]?.(operation) ?? ofClass(status);
  return `No case brings about a ${status}: ${why}.`;
}

type Reason = (operation: Operation) => string;

const always =
  (why: string): Reason =>
  () =>
    why;

const nothingWrong = always('nothing in its requests can be wrong in a way that a server must see');

const unknownThing: Reason = ({ path }) =>
  path.includes('{')
    ? 'what its path names is no thing that could be missing, or may be made by asking'
    : 'its path names no thing that could be missing';

const tooLarge = always('the contract does not tell what is too large');

const onlyServer = 'only the server knows when it answers so';

/** By status (RFC 9110 §15 and the RFCs that add to it): what one would have to know. */
const reasons: Readonly<Record<string, Reason>> = {
  304: ({ method }) =>
    method === 'GET' || method === 'HEAD'
      ? 'no version of what it reads is known that could be asked about (RFC 9110 §13.1.2)'
      : 'it answers a conditional GET or HEAD alone (RFC 9110 §15.4.5)',
  400: nothingWrong,
  401: (operation) =>
    isSecured(operation) ? 'no credential is known that must be refused' : 'it asks for no credential',
  402: always('only the server knows who has to pay'),
  403: always('nobody is known who may not do it'),
  404: unknownThing,
  405: always('its own method is declared'),
  406: always('a server may answer what it has, whatever is asked for (RFC 9110 §12.4.1)'),
  408: always('one would have to be slow'),
  409: always('the contract does not tell what would be in conflict'),
  410: unknownThing,
  411: always('HTTP clients tell the length of a body of their own accord'),
  412: always('no version of the thing is known that is out of date (RFC 9110 §13.1.1)'),
  413: tooLarge,
  414: tooLarge,
  415: ({ body }) => (body === undefined ? 'it takes no body' : 'no media type is known that it must refuse'),
  416: always('the contract does not tell where the thing ends'),
  422: nothingWrong,
  423: always('only the server knows what is locked'),
  424: always('only the server knows what it depends on'),
  428: always('no condition is known that it demands (RFC 6585 §3)'),
  429: always('one would have to harm others'),
  431: tooLarge,
  451: always('only the server knows what the law forbids'),
};

function ofClass(status: string): string {
  switch (status[0]) {
    case '1':
      return 'it comes before an answer, and is none';
    case '2':
      return 'a good request may be answered so, and need not be';
    case '3':
      return 'only the server knows when it leads elsewhere';
    case '5':
      return 'only a broken server answers it';
    default:
      return onlyServer;
  }
}
