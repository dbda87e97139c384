import type { Api, Operation } from '../api/api.ts';
import { isSecured } from '../api/security.ts';
import { lesserOf } from '../api/standing.ts';
import { below } from '../source/place.ts';
import type { Element, Excuse } from './elements.ts';
import { lesser, uninvited } from './marks.ts';

/** The schemes that let somebody into an operation, and the scopes that they ask for, each once. */
export function securityElements(
  operation: Operation,
  { securitySchemes, operations }: Api,
): readonly Element[] {
  const { security, place } = operation;
  const isOpen = !isSecured(operation);
  const standing = lesserOf(operation, operations);
  const isNobody = standing === undefined || standing.kind === 'unknown';
  const requirements = security.flatMap((alternative, index) =>
    alternative.map((requirement) => ({
      ...requirement,
      at: requirement.parameter ?? below(place, 'security', index, requirement.scheme),
    })),
  );
  const schemes = new Map(requirements.map((requirement) => [requirement.scheme, requirement]));
  const scopes = new Map(
    requirements.flatMap(({ scheme, scopes: asked, at }) =>
      asked.map((scope, index) => [`${scheme} ${scope}`, { scheme, scope, at: below(at, index) }] as const),
    ),
  );
  return [
    ...[...schemes.values()].map(({ scheme, at }): Element => {
      const excuse = isOpen
        ? everybody
        : securitySchemes[scheme]?.type === 'mutualTLS'
          ? certificate
          : undefined;
      return {
        kind: 'security',
        name: scheme,
        of: '',
        place: at,
        marks: [uninvited],
        ...(excuse && { excuse }),
      };
    }),
    ...[...scopes.values()].map(({ scheme, scope, at }): Element => ({
      kind: 'scope',
      name: scope,
      of: scheme,
      place: at,
      marks: [lesser],
      ...(isOpen ? { excuse: everybody } : isNobody && { excuse: nobody }),
    })),
  ];
}

const everybody: Excuse = {
  code: 'open',
  reason: 'One of its alternatives lets everybody in, so that nobody can be refused.',
};

const nobody: Excuse = {
  code: 'no-lesser',
  reason: 'Whoever may call another operation may call this one, too: nobody is known who may not.',
};

const certificate: Excuse = {
  code: 'mutual-tls',
  reason: 'It is opened by a client certificate: a request without one gets no answer.',
};
