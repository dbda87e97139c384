import { connect } from 'node:net';

/** How long a server may take to accept a connection, in milliseconds. */
const patience = 10_000;

/**
 * Why nobody accepts connections where a URL says that a server is; undefined: somebody does. Nothing is sent, so that a
 * server notices no request.
 */
export function whyNobodyAnswers(url: string): Promise<string | undefined> {
  const { hostname, port, protocol } = new URL(url);
  const host = hostname.replace(/^\[(.*)\]$/, '$1'); // IPv6 addresses stand in brackets there.
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(port) || (protocol === 'https:' ? 443 : 80) });
    const end = (reason?: string) => {
      socket.destroy();
      resolve(reason);
    };
    socket.setTimeout(patience, () => end(`no connection within ${patience / 1000} s`));
    socket.once('connect', () => end());
    socket.once('error', (error: NodeJS.ErrnoException) => end(reasonOf(error)));
  });
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ECONNREFUSED') return 'the connection is refused';
  return code === 'ENOTFOUND' ? 'there is no such host' : message || (code ?? 'no connection');
}
