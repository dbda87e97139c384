import type { RequestHandler } from 'express';

/** Changes the JSON that a method answers. */
export const answers =
  (method: string, path: RegExp, change: (body: never) => unknown): RequestHandler =>
  (request, response, next) => {
    const { json } = response;
    if (request.method === method && path.test(request.path))
      response.json = (body: unknown) => json.call(response, change(body as never));
    next();
  };

/** Changes the JSON that a method is sent, once it is read. */
export const reads =
  (method: string, path: RegExp, change: (body: never) => unknown): RequestHandler =>
  (request, _response, next) => {
    if (request.method !== method || !path.test(request.path)) return next();
    let body: unknown;
    Object.defineProperty(request, 'body', {
      get: () => body,
      set: (read: unknown) => {
        body = change(read as never);
      },
    });
    next();
  };

/** Changes the query that a list is asked with. */
export const asks =
  (path: RegExp, change: (query: Query) => Query): RequestHandler =>
  (request, _response, next) => {
    if (request.method === 'GET' && path.test(request.path)) {
      const query = change({ ...request.query } as Query);
      Object.defineProperty(request, 'query', { value: query });
    }
    next();
  };

type Query = Readonly<Record<string, string | undefined>>;
