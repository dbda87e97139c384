import express, { type Request } from 'express';
import { at, echo, integersOf, judge, numberOf, refuse, takes, type Oddity } from '../oddity.ts';

const cookiesOf = ({ headers }: Request): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (headers.cookie ?? '')
      .split(/;\s*/)
      .filter((pair) => pair.includes('='))
      .map((pair) => [
        pair.slice(0, pair.indexOf('=')),
        decodeURIComponent(pair.slice(pair.indexOf('=') + 1)),
      ]),
  );

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const isKey = (value: unknown) => value === 'sesame';

/** Oddities of parameters, credentials and forms: of how things come over the wire. */
export const wire: Readonly<Record<string, Oddity>> = {
  cookies: (router) => {
    router.get('/theme', (request, response) => {
      const { visits, theme = 'light' } = cookiesOf(request);
      const isGood = numberOf(visits) >= 0 && numberOf(visits) % 1 === 0 && ['light', 'dark'].includes(theme);
      return isGood ? void response.json({ theme, visits: numberOf(visits) }) : refuse(response, 400);
    });
    router.get('/secret', (request, response) =>
      isKey(cookiesOf(request)['session']) ? void response.json({ secret: 'none' }) : refuse(response, 401),
    );
  },

  'api-keys': (router) => {
    const credentials: Readonly<Record<string, (request: Request) => boolean>> = {
      query: ({ query }) => isKey(query['api_key']),
      header: ({ headers }) => isKey(headers['x-api-key']),
      cookie: (request) => isKey(cookiesOf(request)['api-key']),
      basic: ({ headers }) =>
        headers.authorization === `Basic ${Buffer.from('ali:sesame').toString('base64')}`,
      both: (request) => credentials['query']!(request) && credentials['header']!(request),
      either: (request) => credentials['query']!(request) || credentials['header']!(request),
      maybe: () => true,
    };
    for (const [path, isGood] of Object.entries(credentials)) {
      router.get(`/${path}`, (request, response) =>
        isGood(request) ? void response.json({ open: true }) : refuse(response, 401),
      );
    }
  },

  'deep-object': (router) => {
    router.get('/things', ({ query }, response) => {
      const filter = Object.entries(query)
        .filter(([name]) => name.startsWith('filter'))
        .map(([name, value]) => [/^filter\[(\w+)\]$/.exec(name)?.[1], value] as const);
      const wanted = Object.fromEntries(
        filter.map(([name, value]) => [name, name === 'min' ? numberOf(value) : value]),
      );
      const ids = query['ids'] === undefined ? [] : integersOf(String(query['ids']).split('|'));
      const words = query['words'] === undefined ? [] : String(query['words']).split(' ');
      const color = ['r', 'g']
        .filter((name) => name in query)
        .map((name) => [name, numberOf(query[name])] as const);
      const isGood =
        (filter.length === 0 || isFilter(wanted)) &&
        ids !== undefined &&
        words.every((word) => /^[a-z]+$/.test(word)) &&
        color.every(([, value]) => Number.isInteger(value));
      if (!isGood) return refuse(response, 400);
      response.json({
        ...(filter.length > 0 ? { filter: wanted } : {}),
        ids,
        words,
        color: Object.fromEntries(color),
      });
    });
  },

  'content-parameter': (router) => {
    const isWhere = judge({
      type: 'object',
      required: ['field'],
      properties: {
        field: { enum: ['title', 'author'] },
        values: { type: 'array', items: { type: 'string' } },
      },
    });
    router.get('/search', ({ query }, response) => {
      const where = jsonOf(query['where']);
      return isWhere(where) ? void response.json({ where }) : refuse(response, 400);
    });
  },

  headers: (router) => {
    router.get('/headers', (request, response) => {
      const id = request.get('X-Request-Id') ?? '';
      const sizes = request.get('X-Sizes');
      const isTest = request.get('X-Is-Test') ?? 'false';
      const read = sizes === undefined ? [] : integersOf(sizes.split(/\s*,\s*/));
      if (!/^[a-z0-9-]{4,36}$/.test(id) || !read || !['true', 'false'].includes(isTest))
        return refuse(response, 400);
      response
        .set({ 'X-Request-Id': id, 'X-Remaining': '99' })
        .json({ sizes: read, isTest: isTest === 'true' });
    });
  },

  'path-styles': (router) => {
    const styles: Readonly<Record<string, RegExp>> = {
      simple: /^(\d+(?:,\d+)*)$/,
      // With explode: false the values of a label stand apart by commas since 3.0.4, by dots before.
      label: /^\.(\d+(?:[,.]\d+)*)$/,
      'label-exploded': /^\.(\d+(?:\.\d+)*)$/,
      matrix: /^;ids=(\d+(?:,\d+)*)$/,
      'matrix-exploded': /^;ids=(\d+(?:;ids=\d+)*)$/,
    };
    const areIds = judge({
      type: 'array',
      minItems: 2,
      maxItems: 3,
      items: { type: 'integer', minimum: 1, maximum: 99 },
    });
    for (const [style, pattern] of Object.entries(styles)) {
      router.get(at(`/${style}/{ids}`), ({ params }, response) => {
        const ids = pattern
          .exec(String(params['ids']))?.[1]
          ?.split(/[,.]|;ids=/)
          .map(Number);
        return areIds(ids) ? void response.json(ids) : refuse(response, 404);
      });
    }
  },

  'swagger-forms': (router) => {
    const contact = judge(aContact);
    router.post('/contacts', express.urlencoded({ extended: false }), ({ body }, response) => {
      const { name, age, phones } = (body ?? {}) as Readonly<Record<string, unknown>>;
      const sent = {
        name,
        ...(age === undefined ? {} : { age: numberOf(age) }),
        ...(phones === undefined ? {} : { phones: listOf(phones) }),
      };
      return contact(sent) ? void response.json(sent) : refuse(response, 400);
    });
    router.post(
      '/contacts/check',
      takes(
        {
          ...aContact,
          properties: { ...aContact.properties, age: { anyOf: [aContact.properties.age, { type: 'null' }] } },
        },
        echo,
      ),
    );
    router.post(
      '/files',
      express.raw({ type: 'multipart/form-data' }),
      async ({ body, headers }, response) => {
        const type = headers['content-type'];
        const form =
          Buffer.isBuffer(body) && type !== undefined ? await formOf(new Uint8Array(body), type) : undefined;
        const file = form?.get('file');
        if (!(file instanceof File) || form?.get('title') === '') return refuse(response, 400);
        response.json({ bytes: file.size });
      },
    );
    const separators = { csv: ',', ssv: ' ', tsv: '\t', pipes: '|', multi: undefined };
    router.get('/lists', ({ query }, response) => {
      const lists = Object.entries(separators)
        .filter(([name]) => name in query)
        .map(([name, separator]) => {
          const texts = separator === undefined ? listOf(query[name]) : String(query[name]).split(separator);
          return [name, integersOf(texts)] as const;
        });
      return lists.every(([, list]) => list)
        ? void response.json(Object.fromEntries(lists))
        : refuse(response, 400);
    });
  },
};

const isFilter = judge({
  type: 'object',
  required: ['name'],
  additionalProperties: false,
  properties: { name: { type: 'string', minLength: 1 }, min: { type: 'integer', minimum: 0 } },
});

const aContact = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string', minLength: 1, maxLength: 40 },
    age: { type: 'integer', minimum: 0, exclusiveMaximum: 150 },
    phones: { type: 'array', items: { type: 'string', minLength: 1 } },
  },
};

/** The JSON of a text; undefined when it is none. */
function jsonOf(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}

/** A form of multipart/form-data; undefined when it is broken. */
const formOf = (bytes: Uint8Array<ArrayBuffer>, type: string): Promise<FormData | undefined> =>
  new Response(bytes, { headers: { 'Content-Type': type } }).formData().catch(() => undefined);
