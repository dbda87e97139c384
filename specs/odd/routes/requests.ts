import express from 'express';
import { echo, numberOf, refuse, takes, type Oddity } from '../oddity.ts';

/** Oddities of what one request has to say. */
export const requests: Readonly<Record<string, Oddity>> = {
  'authorization-header': (router) => {
    const room = { type: 'object', required: ['room'], properties: { room: { type: 'integer', minimum: 1 } } };
    router.post('/vaults', ({ headers }, response, next) => {
      if (headers.authorization === 'Bearer sesame') next();
      else refuse(response, headers.authorization === undefined ? 400 : 401);
    });
    router.post(
      '/vaults',
      takes(room, (_body, _request, response) => void response.json({ open: true })),
    );
    router.get('/doors', ({ headers }, response) => {
      if (headers.authorization === 'sesame') response.json({ open: true });
      else refuse(response, 422);
    });
    router.get('/windows', (_request, response) => void response.json({ open: true }));
  },

  'errors-alone': (router) => {
    router.get('/wells', ({ query }, response) => {
      const { depth = '1' } = query;
      if (numberOf(depth) >= 1 && Number.isInteger(numberOf(depth))) response.json([{ depth: 7 }]);
      else refuse(response, 400);
    });
    router.get('/wells/best', (_request, response) => response.redirect(303, '/wells'));
    router.get('/wells/first', (_request, response) => refuse(response, 410));
    const plan = { type: 'object', required: ['depth'], properties: { depth: { type: 'integer' } } };
    router.post('/wells/plan', takes(plan, (_body, _request, response) => refuse(response, 501)));
    router.get('/wells/count', (_request, response) => void response.json(1));
  },

  'search-by-get': (router) => {
    const search = {
      type: 'object',
      required: ['name'],
      properties: { name: { type: 'string', minLength: 2, maxLength: 20 }, limit: { type: 'integer', minimum: 1 } },
    };
    router.get(
      '/stars/search',
      takes(search, ({ name }: { readonly name: string }, _request, response) => void response.json([name])),
    );
    router.delete('/marks', (request, response, next) => {
      if (request.headers['content-type'] === undefined) response.status(204).end();
      else next();
    });
    router.delete('/marks', takes(search, (_body, _request, response) => void response.status(204).end()));
  },

  'ignored-bodies': (router) => {
    router.get('/moons/search', express.text({ type: () => true }), ({ body }, response) => {
      response.json(String(body).includes('Io') ? ['Io'] : ['Io', 'Europa']);
    });
    router.delete('/orbits', (_request, response) => void response.status(204).end());
  },

  'known-headers': (router) => {
    router.get('/film', ({ headers }, response) => {
      const { range } = headers;
      if (range === undefined) return refuse(response, 400);
      const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(range) ?? [];
      if (first === undefined || (last !== '' && Number(last) < Number(first))) return refuse(response, 416);
      response
        .status(206)
        .set('Content-Range', `bytes ${first}-${first}/4`)
        .type('text/plain')
        .send('R');
    });
    router.get('/news', ({ headers }, response) => {
      const { 'if-modified-since': since = '', 'accept-language': language = '', 'x-request-id': id = '' } = headers;
      const isLanguage = /^[a-z]{1,8}(-[a-z0-9]{1,8})*$/i.test(language);
      if (!since.endsWith(' GMT') || Number.isNaN(Date.parse(since)) || !isLanguage || !isUuid(String(id)))
        return refuse(response, 400);
      response.json({ language });
    });
    router.post('/scripts', ({ headers }, response, next) => {
      const isTraced = /^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/.test(String(headers['traceparent']));
      if (isTraced && headers['prefer'] !== undefined) next();
      else refuse(response, 400);
    });
    const script = { type: 'object', required: ['title'], properties: { title: { type: 'string' } } };
    router.post('/scripts', takes(script, echo));
    router.put('/masters', ({ headers }, response) => {
      if (headers['digest'] === 'sha-256=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=') response.status(204).end();
      else refuse(response, 400);
    });
  },
};

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
