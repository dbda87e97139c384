import type { JsonObject } from '../../api/json.ts';
import { ownExtensions, ownPrefix } from '../../api/own-extensions.ts';
import { suggestion } from '../../diagnostics/suggestion.ts';
import type { Report } from '../../diagnostics/report.ts';
import { below, type Place } from '../../source/place.ts';
import { isMembers, type Node } from './node.ts';

/** The extensions of an object that speak to itc (`x-itc-…`), as data; nothing where it has none. */
export function readOwnExtensions({ value }: Node): { readonly extensions?: JsonObject } {
  if (!isMembers(value)) return {};
  const own = Object.entries(value).filter(([key]) => key.startsWith(ownPrefix));
  return own.length === 0 ? {} : { extensions: Object.fromEntries(own) as JsonObject };
}

/** Tells of names that are nearly ours, wherever they stand: what is spelt wrong would be ignored in silence. */
export function reportUnknownExtensions(root: Node, report: Report): void {
  const names = Object.keys(ownExtensions);
  const open: { readonly value: unknown; readonly place: Place }[] = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, place } = next;
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      const at = below(place, key);
      if (!key.startsWith(ownPrefix)) open.push({ value: inner, place: at });
      else if (!names.includes(key))
        report.add('overrides/unknown-extension', at, { name: key, suggestion: suggestion(key, names) });
    }
  }
}
