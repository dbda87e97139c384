import express from 'express';
import { echo, refuse, takes, type Oddity } from '../oddity.ts';

const text = { type: 'string', minLength: 1 };
const inherited = (petType: string, member: object) => ({
  type: 'object',
  required: ['petType', 'name', ...Object.keys(member)],
  properties: { petType: { const: petType }, name: text, ...member },
});

const plain = (response: express.Response, status: number, words: string) =>
  void response.status(status).type('text/plain').send(words);

/** Oddities of bodies: of schemas, media types and statuses. */
export const bodies: Readonly<Record<string, Oddity>> = {
  recursive: (router) => {
    const schemas = {
      category: {
        type: 'object',
        required: ['name', 'children'],
        properties: { name: text, children: { type: 'array', items: { $ref: '#/$defs/category' } } },
      },
      person: {
        type: 'object',
        required: ['name'],
        properties: { name: text, mentor: { $ref: '#/$defs/person' } },
      },
      folder: {
        type: 'object',
        required: ['name'],
        properties: { name: text, files: { type: 'array', maxItems: 3, items: { $ref: '#/$defs/file' } } },
      },
      file: {
        type: 'object',
        required: ['name'],
        properties: { name: text, in: { $ref: '#/$defs/folder' } },
      },
    };
    const schema = (name: keyof typeof schemas) => ({ $ref: `#/$defs/${name}`, $defs: schemas });
    const trees: unknown[] = [];
    router.get('/categories', (_request, response) => void response.json(trees));
    router.post(
      '/categories',
      takes(schema('category'), (tree, _request, response) => {
        trees.push(tree);
        response.status(201).json(tree);
      }),
    );
    router.post('/people', takes(schema('person'), echo));
    router.post('/folders', takes(schema('folder'), echo));
  },

  'boolean-schema': (router) => {
    const point = {
      type: 'object',
      required: ['at', 'name'],
      properties: {
        at: {
          type: 'array',
          minItems: 2,
          prefixItems: [{ type: 'number' }, { type: 'number' }],
          items: false,
        },
        name: { ...text, maxLength: 8 },
        forbidden: false,
        nothing: { const: null },
      },
    };
    router.post('/anything', takes(true, echo));
    router.post('/points', takes(point, echo));
  },

  'plain-text': (router) => {
    router.post('/upper', express.text({ type: 'text/plain' }), ({ body }, response) =>
      typeof body === 'string' && body !== ''
        ? plain(response, 200, body.toUpperCase())
        : plain(response, 400, 'Refused.'),
    );
    router.get(
      '/bytes',
      (_request, response) =>
        void response.type('application/octet-stream').send(Buffer.from([0, 255, 13, 10])),
    );
    router.post('/bytes', express.raw({ type: 'application/octet-stream' }), ({ body }, response) =>
      Buffer.isBuffer(body) ? void response.json({ bytes: body.length }) : plain(response, 400, 'Refused.'),
    );
    router.get(
      '/table',
      (_request, response) => void response.type('text/csv; charset=utf-8').send('name,size\nété,1\n'),
    );
    router.get('/either', ({ headers }, response) =>
      headers.accept?.startsWith('text/plain')
        ? plain(response, 200, 'Either.')
        : void response.json({ either: true }),
    );
  },

  'nullable-3-0': (router) => {
    const nulls = {
      type: 'object',
      required: ['text', 'never'],
      properties: {
        text: { type: ['string', 'null'], maxLength: 5 },
        never: { type: 'string' },
        size: { enum: ['s', 'm', null] },
        ratio: { type: ['number', 'null'], exclusiveMinimum: 0, maximum: 1 },
        // Null by OpenAPI 3.0.3: it is allowed by `nullable`, and refused by the object in allOf.
        place: { type: 'object', required: ['city'], properties: { city: text } },
      },
    };
    router.post('/nulls', takes(nulls, echo));
  },

  inheritance: (router) => {
    const pets: unknown[] = [];
    const pet = {
      oneOf: [
        inherited('Cat', { lives: { type: 'integer', minimum: 1, maximum: 9 } }),
        inherited('dog', { barks: { type: 'boolean' } }),
      ],
    };
    router.get('/pets', (_request, response) => void response.json(pets));
    router.post(
      '/pets',
      takes(pet, (body, _request, response) => {
        pets.push(body);
        response.status(201).json(body);
      }),
    );
  },

  money: (router) => {
    const price = {
      type: 'object',
      required: ['amount'],
      properties: {
        amount: { type: 'number', minimum: 0, maximum: 999_999.99, multipleOf: 0.01 },
        // The bound of the contract is 2^53 + 1, which JSON.parse reads as 2^53.
        counter: { type: 'integer', minimum: 0, maximum: 2 ** 53 },
        rate: { type: 'number', exclusiveMinimum: 0, maximum: 0.001 },
        text: { type: 'string', pattern: String.raw`^-?[0-9]+\.[0-9]{2}$` },
      },
    };
    router.post('/prices', takes(price, echo));
  },

  'wildcard-statuses': (router) => {
    router.post(
      '/jobs',
      takes(
        { type: 'object', required: ['name'], properties: { name: text } },
        ({ name }, _request, response) => {
          response.status(202).json({ name, state: 'queued' });
        },
      ),
    );
    router.get('/now', (_request, response) => void response.json({ now: 'now' }));
    router.get('/last', (_request, response) => void response.status(202).end());
  },

  'search-by-post': (router) => {
    const words = ['apple', 'pear'];
    const wanted = {
      type: 'object',
      additionalProperties: false,
      properties: { prefix: { type: 'string' }, limit: { type: 'integer', minimum: 1, maximum: 10 } },
    };
    router.post('/search', (request, _response, next) => {
      // The body may be left out.
      if (request.headers['content-type'] === undefined) request.body = {};
      next();
    });
    router.post(
      '/search',
      takes(
        wanted,
        ({ prefix = '', limit = 10 }: { prefix?: string; limit?: number }, _request, response) => {
          response.json(words.filter((word) => word.startsWith(prefix)).slice(0, limit));
        },
      ),
    );
    router.post('/words/:word/check', ({ params: { word } }, response) =>
      words.includes(word) ? void response.json(word) : refuse(response, 404),
    );
    router.get('/count', (_request, response) => void response.json(words.length));
  },
};
