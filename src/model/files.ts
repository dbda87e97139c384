import type { FileContent, Value } from './value.ts';

/** The smallest pictures there are: one pixel. */
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=';
const gif = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const jpeg =
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////' +
  '////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxD/2Q==';

interface Known {
  readonly ending: string;
  readonly content: FileContent;
}

const bytes = (ending: string, base64: string): Known => ({ ending, content: { kind: 'base64', base64 } });
const words = (ending: string, text: string): Known => ({ ending, content: { kind: 'text', text } });

/** Files that are what their media type says. */
const known: Readonly<Record<string, Known>> = {
  'image/png': bytes('png', png),
  'image/jpeg': bytes('jpg', jpeg),
  'image/gif': bytes('gif', gif),
  'image/svg+xml': words('svg', '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>\n'),
  'text/plain': words('txt', 'A file made by itc.\n'),
  'text/csv': words('csv', 'title,pages\nDune,688\n'),
  'text/html': words('html', '<!doctype html><title>Dune</title>\n'),
  'application/json': words('json', '{"title":"Dune"}\n'),
  'application/xml': words('xml', '<title>Dune</title>\n'),
};

type FileValue = Extract<Value, { readonly kind: 'file' }>;

/** A file for a part of a form that is what the media type says; undefined where none can be made. */
export function fileOf(part: string, mediaType: string): FileValue | undefined {
  const type = mediaType
    .replace(/\*\/\*|application\/octet-stream/, 'text/plain')
    .replace('image/*', 'image/png');
  const found = known[type.replace('text/*', 'text/plain')];
  if (found === undefined) return undefined;
  const { ending, content } = found;
  return {
    kind: 'file',
    name: `${fileStem(part)}.${ending}`,
    mediaType: mediaType.includes('*') ? type.replace('text/*', 'text/plain') : mediaType,
    content,
  };
}

/** A file with a little text in it, whatever it says that it is. */
export function textFile(part: string, mediaType: string): FileValue {
  return {
    kind: 'file',
    name: `${fileStem(part)}.txt`,
    mediaType: mediaType.includes('*') ? 'text/plain' : mediaType,
    content: { kind: 'text', text: 'A file made by itc.\n' },
  };
}

/** The media types that a part of a form may have (OpenAPI 3.1 §4.8.15.1: "a comma-separated list"); none: any. */
export function partTypes(contentType: string | undefined): readonly string[] {
  return (contentType ?? '')
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one !== '');
}

/** A part's name as a file's name: only what every file system takes. */
function fileStem(part: string): string {
  return part.replaceAll(/[^A-Za-z0-9_-]+/g, '-').slice(0, 40) || 'file';
}
