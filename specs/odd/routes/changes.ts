import { refuse, takes, type Oddity } from '../oddity.ts';

interface Key {
  readonly id: string;
  readonly name: string;
}

/** Oddities of what a change leaves as it was. */
export const changes: Readonly<Record<string, Oddity>> = {
  'known-by-name': (router) => {
    const keys = new Map<string, Key>();
    const properties = {
      name: { type: 'string', pattern: '^[a-z][a-z0-9-]*$', maxLength: 40 },
      owner: { type: 'string', minLength: 1, maxLength: 40 },
      note: { type: 'string', maxLength: 100 },
    };
    const whole = { type: 'object', required: ['name'], properties };
    /** Undefined: another key has that name. */
    const keep = (key: Omit<Key, 'id'>, before?: string): Key | undefined => {
      const id = `key-${key.name}`;
      if (id !== before && keys.has(id)) return undefined;
      if (before !== undefined) keys.delete(before);
      const { id: _id, ...others } = key as Key;
      const kept = { id, ...others };
      keys.set(id, kept);
      return kept;
    };
    router.get('/keys', (_request, response) => void response.json([...keys.values()]));
    router.post(
      '/keys',
      takes(whole, (body: Key, _request, response) => {
        const kept = keep(body);
        if (kept) response.status(201).json(kept);
        else refuse(response, 409);
      }),
    );
    router.use('/keys/:keyId', ({ params: { keyId } }, response, next) =>
      keys.has(keyId) ? next() : refuse(response, 404),
    );
    router.get('/keys/:keyId', ({ params: { keyId } }, response) => void response.json(keys.get(keyId)));
    router.put(
      '/keys/:keyId',
      takes(whole, (body: Key, request, response) => {
        const kept = keep(body, String(request.params['keyId']));
        if (kept) response.json(kept);
        else refuse(response, 409);
      }),
    );
    router.patch(
      '/keys/:keyId',
      takes({ type: 'object', minProperties: 1, properties }, (body: Partial<Key>, request, response) => {
        const before = String(request.params['keyId']);
        const kept = keep({ ...keys.get(before)!, ...body }, before);
        if (kept) response.json(kept);
        else refuse(response, 409);
      }),
    );
    router.delete('/keys/:keyId', ({ params: { keyId } }, response) => {
      keys.delete(keyId);
      response.status(204).end();
    });
  },
};
