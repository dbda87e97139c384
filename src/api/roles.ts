import type { Operation, OperationKey } from './api.ts';
import type { Resource } from './resources.ts';
import { plural } from './singular.ts';
import type { Words } from './words.ts';

/** What an operation does to a resource. */
export interface Role {
  readonly does: 'create' | 'list' | 'read' | 'replace' | 'update' | 'remove';
  readonly resource: Resource;
}

export type Roles = ReadonlyMap<OperationKey, Role>;

/** The role of every operation that has one. */
export function findRoles(resources: readonly Resource[]): Roles {
  const roles = new Map<OperationKey, Role>();
  for (const resource of resources) {
    const { create, list, read, replace, update, remove } = resource;
    // A PUT that creates is looked at as a create: the last entry wins.
    for (const [does, operation] of Object.entries({ list, read, replace, update, remove, create })) {
      if (operation !== undefined)
        roles.set((operation satisfies Operation).key, { does: does as Role['does'], resource });
    }
  }
  return roles;
}

const verbs = {
  create: 'creates',
  list: 'lists',
  read: 'reads',
  replace: 'replaces',
  update: 'updates',
  remove: 'removes',
};

/** What a good request does, as a title begins: `creates a book`, or `answers a good request` where no role is known. */
export function deed(role: Role | undefined): string {
  if (role === undefined) return 'answers a good request';
  return `${verbs[role.does]} ${role.does === 'list' ? plural(role.resource.name) : a(role.resource.name)}`;
}

/** `a book`, `an order`. */
export function a(name: Words): string {
  const text = name.join(' ');
  return `${/^([aeio]|un(?!i)|u(?!rl|sb)[^aeioun][^aeiouy]|hour|hono)/.test(text) ? 'an' : 'a'} ${text}`;
}
