/** `address.city`, `tags[0]`: a place in a value as people write it. */
export function called(path: readonly (string | number)[], name: string): string {
  if (path.length === 0) return name;
  const text = path.map((segment) => (typeof segment === 'number' ? `[${segment}]` : `.${segment}`)).join('');
  return text.startsWith('.') ? text.slice(1) : name + text;
}
