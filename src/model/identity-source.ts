import { identityPointer, type Resource } from '../api/resources.ts';
import type { IdentitySource } from './promises.ts';

/** Where the call that creates a thing has what tells it from others: the answer says it, or the call's own path. */
export function identitySource(resource: Resource): IdentitySource {
  const { identity, item, parameter } = resource;
  switch (identity?.from) {
    case 'answer':
      return { from: 'body', pointer: identityPointer(resource) };
    case 'location':
      return { from: 'location', path: item, name: parameter };
    case 'path':
    case 'parent':
    case undefined:
      return { from: 'path', name: parameter };
  }
}
