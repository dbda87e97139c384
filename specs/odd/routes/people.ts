import { randomUUID } from 'node:crypto';
import express, { type Request, type RequestHandler } from 'express';
import { refuse, takes, type Oddity } from '../oddity.ts';
import { Shelf } from '../shelf.ts';

/** Who may get a token: by client id, the secret. */
const clients: Readonly<Record<string, string>> = { keeper: 'sesame-1', stranger: 'sesame-2' };

interface Token {
  readonly client: string;
  readonly scopes: readonly string[];
}

interface Memo {
  readonly id: number;
  readonly owner: string;
  readonly text: string;
}

/** Oddities of who calls: of tokens, scopes and sessions. */
export const people: Readonly<Record<string, Oddity>> = {
  'two-scopes': (router) => {
    const tokens = new Map<string, Token>();
    const memos = new Shelf<Memo>();
    router.post('/token', express.urlencoded({ extended: false }), (request, response) => {
      const [id = '', secret] = basicOf(request);
      const { grant_type: grant, scope } = (request.body ?? {}) as Readonly<Record<string, string | undefined>>;
      if (secret === undefined || clients[id] !== secret) return refuse(response, 401);
      if (grant !== 'client_credentials') return refuse(response, 400);
      const token = randomUUID();
      const scopes = (scope ?? 'memos:read memos:write').split(' ');
      tokens.set(token, { client: id, scopes });
      response.json({ access_token: token, token_type: 'Bearer', scope: scopes.join(' ') });
    });
    const tokenOf = ({ headers }: Request) => tokens.get(/^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '');
    const asks =
      (scope: string): RequestHandler =>
      (request, response, next) => {
        const token = tokenOf(request);
        if (token === undefined) refuse(response, 401);
        else if (!token.scopes.includes(scope)) refuse(response, 403);
        else next();
      };
    /** The route goes on where the memo is the caller's own. */
    const own: RequestHandler = (request, response, next) => {
      const memo = memos.things.get(String(request.params['memoId']));
      if (memo === undefined || memo.owner !== tokenOf(request)?.client) refuse(response, 404);
      else next();
    };
    const shown = ({ id, text }: Memo) => ({ id, text });
    const body = { type: 'object', required: ['text'], properties: { text: { type: 'string', minLength: 1, maxLength: 100 } } };
    router.get('/memos', asks('memos:read'), (request, response) => {
      const { client } = tokenOf(request)!;
      response.json([...memos.things.values()].filter(({ owner }) => owner === client).map(shown));
    });
    router.post('/memos', asks('memos:write'), takes(body, (sent: Pick<Memo, 'text'>, request, response) => {
      const memo = { ...sent, id: memos.next(), owner: tokenOf(request)!.client };
      memos.things.set(String(memo.id), memo);
      response.status(201).json(shown(memo));
    }));
    router.get('/memos/:memoId', asks('memos:read'), own, memos.with('memoId', (memo, response) => void response.json(shown(memo))));
    router.delete('/memos/:memoId', asks('memos:write'), own, memos.remove('memoId'));
  },

  'cookie-session': (router) => {
    const sessions = new Set<string>();
    const sidOf = ({ headers }: Request) => /(?:^|; )sid=([^;]*)/.exec(headers.cookie ?? '')?.[1] ?? '';
    const inside: RequestHandler = (request, response, next) => {
      if (sessions.has(sidOf(request))) next();
      else refuse(response, 401);
    };
    const text = { type: 'string', minLength: 1 };
    const person = { type: 'object', required: ['username', 'password'], properties: { username: text, password: text } };
    router.post('/log-in', takes(person, ({ username, password }: Readonly<Record<string, string>>, _request, response) => {
      if (username !== 'ada' || password !== 'sesame-1') return refuse(response, 401);
      const sid = randomUUID();
      sessions.add(sid);
      response.status(204).cookie('sid', sid).end();
    }));
    router.post('/log-out', inside, (request, response) => {
      sessions.delete(sidOf(request));
      response.status(204).end();
    });
    router.get('/room', inside, (_request, response) => void response.json({ owner: 'ada' }));
  },

  'word-before-token': (router) => {
    const members = new Map([['wilma', 'sesame-1']]);
    const tokens = new Map<string, string>();
    const tokenOf = ({ headers }: Request) => /^Token (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
    const inside: RequestHandler = (request, response, next) =>
      tokens.has(tokenOf(request)) ? next() : refuse(response, 401);
    const member = {
      type: 'object',
      required: ['name', 'password'],
      properties: { name: { type: 'string', minLength: 4, maxLength: 20 }, password: { type: 'string', minLength: 1, maxLength: 30 } },
    };
    type Member = Readonly<Record<'name' | 'password', string>>;
    router.post('/members', takes(member, ({ name, password }: Member, _request, response) => {
      if (members.has(name)) return refuse(response, 409);
      members.set(name, password);
      response.status(201).json({ id: members.size, name });
    }));
    router.post('/log-in', takes(member, ({ name, password }: Member, _request, response) => {
      if (members.get(name) !== password) return refuse(response, 401);
      const token = randomUUID();
      tokens.set(token, name);
      response.json({ token });
    }));
    router.get('/members/:memberId', inside, (request, response) => {
      const id = String(request.params['memberId']);
      const name = [...members.keys()][Number(id) - 1];
      if (name === undefined || !/^[1-9]\d*$/.test(id)) refuse(response, 404);
      else response.json({ id: Number(id), name });
    });
    router.post('/log-out', inside, (request, response) => {
      tokens.delete(tokenOf(request));
      response.status(204).end();
    });
    router.get('/locker', inside, (request, response) => void response.json({ owner: tokens.get(tokenOf(request)) }));
  },
};

/** User and password (RFC 7617); of what was encoded as in a form before (RFC 6749 §2.3.1), what was meant. */
function basicOf({ headers }: Request): readonly string[] {
  const encoded = /^Basic (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
  return Buffer.from(encoded, 'base64').toString().split(':').map(decodeURIComponent);
}
