import { isIPv4, isIPv6 } from 'node:net';

/** The formats that are checked, everywhere: in examples, in made values, and as deviations. All others are notes. */
export const strictFormats = ['date-time', 'date', 'email', 'uuid', 'uri', 'ipv4', 'ipv6'] as const;

export type StrictFormat = (typeof strictFormats)[number];

/** Whether a format is one of the strict set. */
export function isStrictFormat(format: string): format is StrictFormat {
  return Object.hasOwn(checks, format);
}

/** Whether a text has a format. A format outside of the strict set is no promise: every text has it. */
export function hasFormat(text: string, format: string): boolean {
  return !isStrictFormat(format) || checks[format](text);
}

const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** RFC 3339 §5.6, `full-date`. */
function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && !isLeap ? 28 : (daysOfMonth[month - 1] ?? 0);
  return day >= 1 && day <= days;
}

/** RFC 3339 §5.6, `full-time`: the offset is required; a leap second stands at 23:59:60 UTC only. */
function isTime(text: string): boolean {
  const match = /^(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:z|([+-])(\d{2}):(\d{2}))$/i.exec(text);
  if (!match) return false;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const [offsetHour, offsetMinute] = [Number(match[5] ?? 0), Number(match[6] ?? 0)];
  if (hour > 23 || minute > 59 || offsetHour > 23 || offsetMinute > 59) return false;
  if (second < 60) return true;
  const offset = (offsetHour * 60 + offsetMinute) * (match[4] === '-' ? -1 : 1);
  return second === 60 && (hour * 60 + minute - offset + 1440) % 1440 === 1439;
}

// RFC 5321 §4.1.2 without quoted local parts and address literals, which no contract means.
const email =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i; // RFC 4122 §3
// RFC 3986 §2 and §3: a scheme, then characters that a URI may hold; brackets stand only around an IP literal.
const uri = /^[a-z][a-z0-9+.-]*:(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[0-9a-f]{2})+$/i;
const ipLiteral = /^[a-z0-9+.-]+:\/\/(?:[^/?#@]*@)?\[[0-9a-f:.]+\](?=$|[:/?#])/i;

function isUri(text: string): boolean {
  return uri.test(text) && !/[[\]]|#.*#/.test(text.replace(ipLiteral, ''));
}

const checks: Readonly<Record<StrictFormat, (text: string) => boolean>> = {
  'date-time': (text) => /^.{10}t/i.test(text) && isDate(text.slice(0, 10)) && isTime(text.slice(11)),
  date: isDate,
  email: (text) => email.test(text),
  uuid: (text) => uuid.test(text),
  uri: isUri,
  ipv4: isIPv4,
  ipv6: (text) => isIPv6(text) && !text.includes('%'), // a zone is no part of an address (RFC 4291 §2.2)
};
