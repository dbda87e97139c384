import { at, echo, judge, numberOf, refuse, takes, type Oddity } from '../oddity.ts';

const text = { type: 'string', minLength: 1 };

/** Oddities of names, tags and paths. */
export const names: Readonly<Record<string, Oddity>> = {
  'no-operation-id': (router) => {
    for (const path of ['/', '/long-names', '/long_names']) {
      router.get(at(path), (_request, response) => void response.json({ hello: path }));
    }
    router.get(at('/things/{thingId}/parts/{partId}'), ({ params }, response) => {
      const isThere = Object.values(params).every((id) => /^[1-9]$/.test(String(id)));
      return isThere ? void response.json({ hello: params['partId'] }) : refuse(response, 404);
    });
  },

  keywords: (router) => {
    router.get('/class', ({ query }, response) => {
      const { import: imported = 'nothing', from = '0' } = query;
      const isGood = judge(text)(imported) && numberOf(from) >= 0 && Number.isInteger(numberOf(from));
      return isGood ? void response.json({ return: imported }) : refuse(response, 400);
    });
    const texts = ['class', 'import', 'lambda', 'nil', 'return', 'self', 'type', 'constructor', '__proto'];
    const definition = {
      type: 'object',
      required: ['def', 'end'],
      properties: {
        ...Object.fromEntries(texts.map((name) => [name, { type: 'string' }])),
        def: text,
        end: { type: 'integer' },
        func: { type: 'boolean' },
        range: { type: 'integer' },
      },
    };
    router.post('/import', takes(definition, echo));
    router.get('/func/:end', ({ params: { end } }, response) =>
      ['nil', 'None', 'true'].includes(end) ? void response.json({ return: end }) : refuse(response, 404),
    );
  },

  accents: (router) => {
    const season = {
      type: 'object',
      required: ['été'],
      properties: {
        été: text,
        'e\u0301te\u0301': { type: 'string' },
        λόγος: { enum: ['α', 'β'] },
        '🌞': { type: 'boolean' },
      },
    };
    router.get(at('/été'), ({ query }, response) => {
      const year = query['année'];
      const isGood =
        year === undefined || (numberOf(year) >= 1900 && numberOf(year) <= 2100 && numberOf(year) % 1 === 0);
      return isGood ? void response.json([{ été: 'chaud', λόγος: 'α' }]) : refuse(response, 400);
    });
    router.post(at('/书'), takes(season, echo));
  },

  'digits-first': (router) => {
    const code = { type: 'string', pattern: '^[0-9]{6}$' };
    router.post(
      '/2fa',
      takes(
        { type: 'object', required: ['1st'], properties: { '1st': code, '2': { type: 'integer' } } },
        echo,
      ),
    );
    router.get('/3d-models/404', (_request, response) => void response.json({ '3d': true }));
  },

  'empty-tags': (router) => {
    for (const path of ['/a', '/b', '/c', '/d', '/e', '/f']) {
      router.get(path, (_request, response) => void response.status(204).end());
    }
  },

  'dotted-path': (router) => {
    for (const path of ['/reports.daily', '/~me/a+b', '/two%20words']) {
      router.get(at(path), (_request, response) => void response.json({ name: path }));
    }
    router.post(at('/reports:archive'), (_request, response) => void response.json({ name: 'archive' }));
  },

  'path-suffix': (router) => {
    router.get(at('/projects/{id}.{format}'), ({ params: { id, format } }, response) =>
      id === '1' && format === 'json' ? void response.json({ id: 1 }) : refuse(response, 404),
    );
    router.get(at('/days/{from}-{to}/hours'), ({ params: { from, to } }, response) => {
      const isGood = [from, to].every((day) => /^[1-7]$/.test(String(day)));
      return isGood ? void response.json({ hours: 8 * (Number(to) - Number(from)) }) : refuse(response, 404);
    });
  },

  'trailing-slash': (router) => {
    router.get(at('/things/'), (_request, response) => void response.json(['one']));
    router.get(at('/things'), (_request, response) => void response.json({ count: 1 }));
  },
};
