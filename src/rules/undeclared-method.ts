import type { Method, Operation } from '../api/api.ts';
import { groupBy } from '../api/group-by.ts';
import { pathTree } from '../api/path-tree.ts';
import { gap, type CaseDraft, type Draft } from '../model/draft.ts';
import type { Check } from '../model/expectation.ts';
import { isMade } from '../model/requests.ts';
import { saidStatuses } from '../model/statuses.ts';
import type { Subject } from '../model/subject.ts';
import type { Rule } from './rule.ts';

/**
 * A method that the path does not declare is not for it: 405 with Allow (RFC 9110 §15.5.6), 404 where a server looks for
 * both at once, another 4xx where somebody in front of it refuses, or 501 where it does not know the method at all (§15.6.2). And where a server answers OPTIONS with Allow
 * (§9.3.7, §10.2.1), what the path declares is in it.
 *
 * Sent with the good path of one of the path's operations, and without a body. Left alone: HEAD, which goes with GET;
 * TRACE and CONNECT, which are for those in between; a method that another template declares which the path fits, too
 * (`/books/mine` is a `/books/{bookId}`); and a DELETE of more than the thing that the case has made, which a server may
 * know although its contract does not.
 */
export const undeclaredMethod: Rule = (subject) => {
  const byPath = groupBy(subject.api.operations, ({ path }) => path);
  const meeting = pathTree([...byPath.keys()]);
  return [...groupBy(subject.operations, ({ path }) => path)].flatMap(([path, operations]) => {
    const rivals = meeting(path).filter((other) => other !== path);
    return of(operations, {
      subject,
      declared: methodsOf(byPath.get(path)),
      elsewhere: rivals.flatMap((rival) => methodsOf(byPath.get(rival))),
    });
  });
};

interface Context {
  readonly subject: Subject;
  /** The methods of the path. */
  readonly declared: readonly Method[];
  /** The methods of other paths that this one fits, too. */
  readonly elsewhere: readonly Method[];
}

function methodsOf(operations: readonly Operation[] = []): readonly Method[] {
  return operations.map(({ method }) => method);
}

const tried = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const satisfies readonly Method[];

function of(operations: readonly Operation[], { subject, declared, elsewhere }: Context): readonly Draft[] {
  const host = tried.flatMap((method) => operations.find((one) => one.method === method) ?? []).at(0);
  const request = host && subject.requests.good(host);
  if (host === undefined || !isMade(request)) return [];
  const { path } = host;
  const { operation, pathParameters, as } = request.call;
  const call = { operation, path, as, ...(pathParameters !== undefined && { pathParameters }) };
  const allows: Check = { kind: 'allows', methods: declared };
  const said = saidStatuses(host, 'method');
  const attempt = (method: (typeof tried)[number]): readonly Draft[] => {
    if (declared.includes(method)) return [];
    if (elsewhere.includes(method)) {
      return [gap(host, 'shared-path', `Another path that this one fits, too, declares ${method}.`)];
    }
    if (method === 'DELETE' && !path.endsWith('}')) {
      return [gap(host, 'unsafe', `A server may know DELETE of ${path} although its contract does not.`)];
    }
    return [
      {
        ...draft(host),
        subject: method,
        title: `refuses ${method}, which it does not declare`,
        strength: said ? 'contract' : 'convention',
        steps: [
          {
            call: { ...call, method },
            expect: { status: { codes: said?.codes ?? ['4XX', 501] }, checks: [allows] },
          },
        ],
      },
    ];
  };
  return [
    ...tried.flatMap(attempt),
    ...(declared.includes('OPTIONS')
      ? []
      : [
          {
            ...draft(host),
            subject: 'OPTIONS',
            title: 'names what it declares where it answers OPTIONS',
            strength: 'convention' as const,
            steps: [
              {
                call: { ...call, method: 'OPTIONS' as const },
                expect: { status: { codes: ['2XX' as const, '4XX' as const, 501] }, checks: [allows] },
              },
            ],
          },
        ]),
  ];
}

function draft(operation: Operation): Pick<CaseDraft, 'draft' | 'operation' | 'kind' | 'place'> {
  return { draft: 'case', operation, kind: 'method', place: operation.place };
}
