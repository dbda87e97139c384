/** Whether a text says of itself, in its first line, that itc wrote it: the header of generated files in any language. */
export function carriesMark(text: string): boolean {
  return /^\W*(Generated|Written|Code generated) by itc\b/.test(text.split('\n', 1)[0]!);
}
