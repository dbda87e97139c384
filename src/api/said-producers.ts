import type { Api, Operation } from './api.ts';
import type { SaidProducer } from './owner.ts';
import { answerSchema, identityPointer, type Resource } from './resources.ts';
import { memberAt } from './schema-shape.ts';
import { kebab, wordsOf, type Words } from './words.ts';

/** What the owner says gives a value (`produces`), by the name that the value has in requests. */
export function saidProducers(api: Api, resources: readonly Resource[]): ReadonlyMap<string, Resource> {
  return new Map(
    (api.owner?.produces ?? []).flatMap((said) => {
      const operation = api.operations.find(({ key }) => key === said.operation);
      const schema = operation && answerSchema(operation);
      const given = schema === undefined ? undefined : memberAt(schema, said.pointer, api.schemas);
      if (operation === undefined || given === undefined) return [];
      const identity = { from: 'answer', pointer: said.pointer, schema: given } as const;
      const known = resources.find(({ create }) => create === operation);
      if (known?.identity?.from === 'answer')
        return [
          [said.name, identityPointer(known) === said.pointer ? known : { ...known, identity }] as const,
        ];
      return [[said.name, { ...standIn(operation, said, resources), identity }] as const];
    }),
  );
}

/** What an operation that creates no resource gives, as if it was one. */
function standIn(operation: Operation, { name }: SaidProducer, resources: readonly Resource[]): Resource {
  const words = wordsOf(name);
  const thing = words.length > 1 ? words.slice(0, -1) : words;
  const isTaken = resources.some((resource) => kebab(resource.name) === kebab(thing));
  const own: Words = isTaken || thing.length === 0 ? [...operation.name, 'answer'] : thing;
  return {
    name: own,
    key: kebab(own),
    collection: operation.path,
    item: `${operation.path}/{${name}}`,
    parameter: name,
    create: operation,
  };
}
