import { refuse, takes, type Oddity } from '../oddity.ts';
import { Shelf } from '../shelf.ts';

const newSet = {
  type: 'object',
  required: ['name'],
  properties: { name: { type: 'string', minLength: 1, maxLength: 60 } },
};

interface NamedSet {
  readonly id: number;
  readonly name: string;
}

/** Things of which no two have the same name, in the order of their names where that is asked for. */
export const namedSets: Readonly<Record<string, Oddity>> = {
  'named-sets': (router) => {
    const sets = new Shelf<NamedSet>();
    router.post('/sets', takes(newSet, ({ name }: NamedSet, _request, response) => {
      if ([...sets.things.values()].some((one) => one.name === name)) return refuse(response, 409);
      const made = { id: sets.next(), name };
      sets.things.set(String(made.id), made);
      response.status(201).json(made);
    }));
    router.get('/sets', ({ query: { sort } }, response) => {
      if (sort !== undefined && sort !== 'name' && sort !== '-name') return refuse(response, 400);
      const all = [...sets.things.values()];
      if (sort !== undefined) all.sort((one, other) => one.name.localeCompare(other.name, 'en'));
      response.json(sort === '-name' ? all.toReversed() : all);
    });
    router.get('/sets/:id', sets.with('id', (one, response) => void response.json(one)));
    router.delete('/sets/:id', sets.remove('id'));
  },
};
