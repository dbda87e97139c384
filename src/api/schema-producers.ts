import type { Api } from './api.ts';
import { groupBy } from './group-by.ts';
import { answerSchema, identityPointer, type Resource } from './resources.ts';
import { memberAt } from './schema-shape.ts';
import { nameOfRef } from './subschemas.ts';
import { kebab, wordsOf } from './words.ts';

/** Words that say which form of a thing a schema is: `AuthorOut`, `AuthorResponse`, `AuthorDto`. */
const forms: ReadonlySet<string> = new Set([
  'detail',
  'details',
  'dto',
  'entity',
  'full',
  'model',
  'out',
  'public',
  'read',
  'representation',
  'resource',
  'response',
  'schema',
  'view',
]);

/**
 * The resources by what their schema is called (`author` of `POST /people`, which answers an `Author`), for those whose
 * own name does not say it. Where two resources answer the same schema, neither counts.
 */
export function schemaProducers(api: Api, resources: readonly Resource[]): ReadonlyMap<string, Resource> {
  const named = resources.flatMap((resource) => {
    const name = schemaNameOf(resource, api);
    return name === '' ? [] : [{ name, resource }];
  });
  return new Map(
    [...groupBy(named, ({ name }) => name)].flatMap(([name, [first, ...others]]) =>
      others.length > 0 ? [] : [[name, first!.resource] as const],
    ),
  );
}

/** What the schema of the created thing is called, in its envelope where it has one; `''`: it has no name. */
function schemaNameOf(resource: Resource, { schemas }: Api): string {
  const answer = resource.create && answerSchema(resource.create);
  if (answer === undefined || resource.identity?.from !== 'answer') return '';
  const pointer = identityPointer(resource);
  const thing = memberAt(answer, pointer.slice(0, pointer.lastIndexOf('/')), schemas);
  if (typeof thing !== 'object' || thing.$ref === undefined) return '';
  const words = wordsOf(nameOfRef(thing.$ref));
  return kebab(words.length > 1 && forms.has(words.at(-1)!) ? words.slice(0, -1) : words);
}
