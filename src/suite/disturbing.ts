import type { Call, Case, Step, TestModel } from '../model/model.ts';
import type { Value } from '../model/value.ts';

/**
 * Tells which cases may run at the same time as others. A case writes to things that it has made itself, but for those that
 * are always there: a singleton (`PUT /settings`), what the set-up names. Where some case does that, the cases that look at
 * the same path, or below it, must not run beside it: on a right server one would see what the other one wrote.
 */
export function apartFrom(model: TestModel): (test: Case) => boolean {
  const cases = model.suites.flatMap(({ groups }) => groups.flatMap((group) => group.cases));
  const steps = cases.flatMap((test) => test.steps);
  const shared = new Set(steps.filter(isShared).map(({ call }) => pathOf(call)));
  return ({ steps }) =>
    !steps.some(({ call }) =>
      [...shared].some((path) => isBelow(pathOf(call), path) || isBelow(path, pathOf(call))),
    );
}

function pathOf({ path }: Call): string {
  return path;
}

function isBelow(path: string, above: string): boolean {
  return path === above || (above !== '/' && path.startsWith(`${above.replace(/\/$/, '')}/`));
}

/** Whether a step may change what is there for everybody. What is to be refused changes nothing. */
function isShared({ call: { method, pathParameters }, expect }: Step): boolean {
  const maySucceed = expect.status.codes.some(
    (code) => code === '2XX' || (typeof code === 'number' && code < 300),
  );
  if (!maySucceed) return false;
  if (method === 'PUT' || method === 'PATCH' || method === 'DELETE') {
    return pathParameters === undefined || speaksOfSeed(pathParameters);
  }
  return method === 'POST' && pathParameters !== undefined && speaksOfSeed(pathParameters);
}

function speaksOfSeed(value: Value): boolean {
  switch (value.kind) {
    case 'seed':
      return true;
    case 'object':
      return Object.values(value.members).some(speaksOfSeed);
    case 'with':
      return speaksOfSeed(value.of) || speaksOfSeed(value.value);
    case 'without':
      return speaksOfSeed(value.of);
    default:
      return false;
  }
}
