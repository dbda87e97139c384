/**
 * Whether a text says of itself that itc wrote it: the first line of generated files in any language, but for what Ruby
 * wants in front of all.
 */
export function carriesMark(text: string): boolean {
  return /^(?:# frozen_string_literal: true\n\n)?[^\w\n]*(Generated|Written) by itc\b/.test(text);
}
