// Written by itc, the same for every contract. Do not edit: it is written again.
/** Keeps credentials out of everything that is printed. */
import { parseJson, writeJson } from "./json";
import type { Json } from "./values";
import { percent } from "./wire";

const NAME =
  /passw|passphrase|pwd|secret|token|credential|api[-_]?key|authorization|cookie/i;

export const MASK = "***";

/** What is at least so long is no part of another word by chance. */
const SURE = 4;

/** Whether what has this name is not to be shown. */
export function isSecretName(name: string): boolean {
  return NAME.test(name.split(/[.[]/).at(-1) ?? "");
}

/** A body with the members masked that are named like a secret. */
export function maskBody(text: string): string {
  let value: Json;
  try {
    value = parseJson(text);
  } catch {
    return text.replaceAll(/([\w.-]+)=([^&\s]*)/g, (pair, name: string) =>
      isSecretName(name) ? `${name}=${MASK}` : pair,
    );
  }
  const masked = maskValue(value);
  return writeJson(masked) === writeJson(value) ? text : writeJson(masked);
}

/**
 * Text without the given credentials, however they are written in it.
 *
 * One of fewer than four characters is part of many words: it goes where it is a whole value, in quotation marks, behind
 * `=` or behind `Bearer`. What a request carries is masked by its place before it comes here.
 */
export function maskSecrets(text: string, secrets: Iterable<string>): string {
  const longestFirst = [...secrets]
    .filter((one) => one !== "")
    .sort((a, b) => b.length - a.length);
  let masked = text;
  for (const secret of longestFirst) {
    const spellings = new Set([
      secret,
      JSON.stringify(secret).slice(1, -1),
      percent(secret, /[\w.~-]/),
    ]);
    for (const spelling of spellings) {
      if (secret.length >= SURE) {
        masked = masked.replaceAll(spelling, () => MASK);
        continue;
      }
      const literal = spelling.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
      const whole = new RegExp(
        `(["'=]|\\b(?:basic|bearer|token) )${literal}(?=["'&\\s]|$)`,
        "gi",
      );
      masked = masked.replaceAll(whole, `$1${MASK}`);
    }
  }
  return masked;
}

function maskValue(value: Json): Json {
  if (Array.isArray(value)) return value.map(maskValue);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      isSecretName(name) && isTold(member) ? MASK : maskValue(member),
    ]),
  );
}

/** Whether a value says anything that could be a secret. */
function isTold(value: unknown): boolean {
  if (typeof value === "object" && value !== null)
    return Object.keys(value).length > 0;
  return Boolean(value);
}
