import { items, member, members, textOf, type Node } from './node.ts';

/** Where operations are served, with the defaults of its variables put in: `https://api.example.com/v1`, or `/v1`. */
export type ServerUrl = string;

/** The servers that a Server Object list names (OpenAPI 3.1 §4.8.5); none where there is no list. */
export function readServers(owner: Node): readonly ServerUrl[] {
  return items(member(owner, 'servers')).flatMap((server) => {
    const url = textOf(server, 'url');
    if (url === undefined) return [];
    const variables = new Map(
      members(member(server, 'variables')).map(([name, node]) => [name, textOf(node, 'default')]),
    );
    return [
      url
        .replaceAll(/\{([^{}]+)\}/g, (hole, name: string) => variables.get(name) ?? hole)
        .replace(/\/+$/, ''),
    ];
  });
}

/** The path of a server, in front of every path: `/v1`, or `''`. A relative URL is relative to the root of its host. */
export function basePathOf(server: ServerUrl | undefined): string {
  if (server === undefined) return '';
  const path = server.replace(/^([a-z][a-z0-9+.-]*:)?\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '');
  const absolute = path.replace(/^(\.{0,2}\/)*/, '/').replace(/\/+$/, '');
  return absolute === '/' ? '' : absolute;
}
