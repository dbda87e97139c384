import type { Resource } from '../api/resources.ts';
import { a } from '../api/roles.ts';
import type { Story } from './draft.ts';

/** The group of all stories about one kind of thing: `The life of a book`. */
export function lifeOf({ key, name }: Resource): Story {
  return { key, name: ['life', 'of', ...a(name).split(' ')], heading: `The life of ${a(name)}` };
}
