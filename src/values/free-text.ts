import { wordsOf } from '../api/words.ts';
import type { Part } from './parts.ts';

/** Formats whose texts may be of any length. */
export const stretchable: ReadonlySet<string> = new Set([
  'uri',
  'url',
  'uri-reference',
  'iri',
  'iri-reference',
]);

/** What texts of these names look like is known to everybody, and said by nobody. */
const withGrammar = new RegExp(
  [
    'e-?mail|phone|mobile|fax|tel|msisdn|country|currency|lang|language|locale|time-?zone|tz|zip|zip-?code|post-?code',
    'postal-code|urls?|uri|link|website|homepage|href|webhook|callback|host|hostname|domain|ip|ip-address|cidr|mac|uuid|guid',
    'date|datetime|time|timestamp|at|day|birthday|dob|isbn|sku|barcode|ean|gtin|colou?r|mime|mime-type|media-type|content-type',
    'version|token|secret|signature|password|passphrase|iban|bic|swift|vat|card|cron|schedule|regex|regexp|pattern|path|file-?name',
    'id|ids|etag|cursor|hash|checksum|sha|md5|base64|latitude|longitude|coordinates|duration|sort|order-by|fields|expand|query',
  ].join('|'),
);

const expression = new RegExp(`(^|-)(${withGrammar.source})$`);

/**
 * Whether texts of a place may be of any length that the contract allows, whatever they say: a title, a note. Not where a
 * format or the name promises a grammar (`phone`, `currency`, `url`), unless a pattern tells it.
 */
export function isFreeText(parts: readonly Pick<Part, 'schema'>[], name: string): boolean {
  const formats = parts.flatMap(({ schema }) => schema.format ?? []);
  if (formats.length > 0) return formats.every((format) => stretchable.has(format));
  if (parts.some(({ schema }) => schema.pattern !== undefined)) return true;
  return !expression.test(wordsOf(name).join('-'));
}
