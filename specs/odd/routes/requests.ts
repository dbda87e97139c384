import { refuse, takes, type Oddity } from '../oddity.ts';

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
};
