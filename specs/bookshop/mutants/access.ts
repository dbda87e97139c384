import { answers, handles, reads, status, type Fault, type Mutant } from '../../service/fault.ts';
import { admin, otherReader, reader } from '../seeds.ts';

/** Nobody looks at the token: whoever sends one is the admin. */
const anyToken: Fault = (service) => ({
  ...service,
  identify: (authorization) => service.identify(authorization) ?? service.identify(`Bearer ${admin.token}`),
});

/** Whatever word stands in front of the token. */
const anyScheme: Fault = (service) => ({
  ...service,
  identify: (authorization) => service.identify(authorization.replace(/^\w+ /, 'Bearer ')),
});

/** A token that has expired speaks for whom it spoke for. */
const tokensForEver: Fault = (service) => ({
  ...service,
  identify: (authorization) =>
    service.identify(
      authorization.replace(admin.expiredToken, admin.token).replace(reader.expiredToken, reader.token),
    ),
});

/** Mutants that let in whom the contract keeps out, or the reverse. */
export const accessMutants: readonly Mutant[] = [
  {
    name: 'open-authors',
    summary: 'Authentication is forgotten on one operation',
    fault: 'POST /authors answers everybody instead of 401',
    kills: ['create-author/auth/*'],
    put: reads('/paths/~1authors/post/security', []),
  },
  {
    name: 'open-removal',
    summary: 'Authentication is forgotten on an operation that deletes',
    fault: 'DELETE /books/{bookId} answers everybody instead of 401',
    kills: ['delete-book/auth/*'],
    put: reads('/paths/~1books~1{bookId}/delete/security', []),
  },
  {
    name: 'any-token',
    summary: 'A malformed token is accepted',
    fault: 'every operation takes any token for the admin instead of answering 401',
    kills: ['*/auth/malformed', '*/auth/wrong-scheme', '*/auth/expired', 'sessions/log-in'],
    put: anyToken,
  },
  {
    name: 'any-scheme',
    summary: 'The name of the authentication scheme is not looked at',
    fault: 'every operation takes a token behind any word, such as Basic, instead of answering 401',
    kills: ['*/auth/wrong-scheme'],
    put: anyScheme,
  },
  {
    name: 'tokens-for-ever',
    summary: 'Tokens never expire',
    fault: 'every operation takes a token whose time is over instead of answering 401',
    kills: ['*/auth/expired'],
    put: tokensForEver,
  },
  {
    name: 'readers-add-authors',
    summary: 'The role is not checked',
    fault: 'POST /authors answers customers too instead of 403',
    kills: ['create-author/auth/lesser-role'],
    put: reads('/paths/~1authors/post/security', [{ bearer: [] }]),
  },
  {
    name: 'no-challenge',
    summary: '401 comes without WWW-Authenticate',
    fault: 'a failed log-in answers 401 without the WWW-Authenticate that the contract and RFC 9110 demand',
    kills: ['create-session/auth/wrong-password'],
    put: answers('createSession', (reply) =>
      reply.status === 401 ? { ...reply, headers: { 'Content-Type': 'application/problem+json' } } : reply,
    ),
  },
  {
    name: 'unknown-author-is-empty',
    summary: 'An unknown id is answered with 200',
    fault: 'GET /authors/{authorId} answers an unknown id with 200 and nobody instead of 404',
    kills: ['get-author/not-found/path/authorId', 'authors/lifecycle'],
    put: answers('getAuthor', (reply) => (reply.status === 404 ? { status: 200, body: {} } : reply)),
  },
  {
    name: 'unknown-book-is-a-crash',
    summary: 'An unknown id is answered with 500',
    fault: 'GET /books/{bookId} answers an unknown id with 500 instead of 404',
    kills: ['get-book/not-found/path/bookId', 'books/lifecycle'],
    put: answers('getBook', status(404, 500)),
  },
  {
    name: 'unknown-order-is-gone',
    summary: 'DELETE of an unknown id succeeds',
    fault: 'DELETE /orders/{orderId} answers an unknown id with 204 instead of 404',
    kills: ['delete-order/not-found/path/orderId', 'orders/ownership'],
    put: answers('deleteOrder', (reply) => (reply.status === 404 ? { status: 204 } : reply)),
  },
  {
    name: 'any-password',
    summary: 'The password is not checked',
    fault: 'POST /sessions logs in whoever knows an e-mail address instead of answering 401',
    kills: ['create-session/auth/wrong-password'],
    put: handles('createSession', (handler) => async (request) => {
      const reply = await handler(request);
      const { email } = request.body as { readonly email: string };
      const { password } = [admin, reader, otherReader].find((one) => one.email === email) ?? {};
      return reply.status === 401 && password !== undefined
        ? handler({ ...request, body: { email, password } })
        : reply;
    }),
  },
  {
    name: 'anybody-cancels-orders',
    summary: 'Ownership is not checked on a deletion',
    fault: 'DELETE /orders/{orderId} removes the order of another customer instead of answering 404',
    kills: ['orders/ownership'],
    put: handles(
      'deleteOrder',
      (handler) => (request) =>
        handler({ ...request, caller: { id: request.caller?.id ?? '', role: 'admin' } }),
    ),
  },
];
