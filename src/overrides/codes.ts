import { isArray, type Json } from '../api/json.ts';
import type { Codes } from './override.ts';

/** Statuses as an owner writes them, sorted: one or a list of codes from 200 to 499, `2XX` or `4XX`. Undefined: none of these. */
export function codesOf(said: Json | undefined): Codes | undefined {
  const list = isArray(said) ? said : [said];
  const codes = list.filter(isCode);
  if (codes.length < list.length || codes.length === 0) return undefined;
  return [...new Set(codes)].toSorted((a, b) => (String(a) < String(b) ? -1 : 1));
}

function isCode(value: Json | undefined): value is Codes[number] {
  if (value === '2XX' || value === '4XX') return true;
  return typeof value === 'number' && Number.isInteger(value) && value >= 200 && value <= 499;
}
