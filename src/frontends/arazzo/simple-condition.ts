import type { Comparison, Condition, Operand, Unread } from '../../api/conditions.ts';
import type { Json } from '../../api/json.ts';

/**
 * Reads a simple condition (Arazzo 1.0 §4.6.11.1): comparisons of runtime expressions and literals, joined by `&&`, `||`,
 * `!` and parentheses. A literal is a boolean, null, a number, or a text in single quotes, which doubles them inside.
 */
export function readSimple(text: string): Condition | Unread {
  const tokens = tokensOf(text);
  if (tokens === undefined) return { unread: 'is no condition of Arazzo' };
  const found = new Reading(tokens).whole();
  return found ?? { unread: 'is no condition of Arazzo' };
}

type Token =
  | { readonly kind: 'operand'; readonly operand: Operand }
  | { readonly kind: 'comparison'; readonly by: Comparison }
  | { readonly kind: '&&' | '||' | '!' | '(' | ')' };

/** An operator, a text in quotes, or a word: an expression or another literal. */
const token = /\s*(?:(&&|\|\||[()]|!(?!=))|([=!]=|[<>]=?)|'((?:[^']|'')*)'|([^\s()=!<>&|']+))/y;

function tokensOf(text: string): readonly Token[] | undefined {
  const found: Token[] = [];
  const whole = text.trim();
  token.lastIndex = 0;
  while (token.lastIndex < whole.length) {
    const [, sign, comparison, quoted, word] = token.exec(whole) ?? [];
    if (sign !== undefined) found.push({ kind: sign as '&&' | '||' | '!' | '(' | ')' });
    else if (comparison !== undefined) found.push({ kind: 'comparison', by: comparison as Comparison });
    else if (quoted !== undefined)
      found.push({ kind: 'operand', operand: { kind: 'literal', json: quoted.replaceAll("''", "'") } });
    else {
      const operand = word === undefined ? undefined : operandOf(word);
      if (operand === undefined) return undefined;
      found.push({ kind: 'operand', operand });
    }
  }
  return found;
}

function operandOf(word: string): Operand | undefined {
  if (word.startsWith('$')) return { kind: 'expression', expression: withPointer(word) };
  try {
    const json = JSON.parse(word) as Json;
    return typeof json === 'object' && json !== null ? undefined : { kind: 'literal', json };
  } catch {
    return undefined; // no literal: the criterion is handed back as unread
  }
}

/** `$response.body.items[0].id` → `$response.body#/items/0/id` (the operators `.` and `[]`). */
function withPointer(expression: string): string {
  const [, way] = /^\$response\.body((?:\.[\w-]+|\[\d+\])+)$/.exec(expression) ?? [];
  if (way === undefined) return expression;
  const tokens = [...way.matchAll(/[\w-]+/g)].map(([name]) => `/${name}`);
  return `$response.body#${tokens.join('')}`;
}

/** Recursive descent: `||` binds less than `&&`, and that less than `!`. */
class Reading {
  readonly #tokens: readonly Token[];
  #position = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Condition | undefined {
    const found = this.#joined('||');
    return this.#position === this.#tokens.length ? found : undefined;
  }

  #joined(by: '||' | '&&'): Condition | undefined {
    const parts: Condition[] = [];
    do {
      const part = by === '||' ? this.#joined('&&') : this.#one();
      if (part === undefined) return undefined;
      parts.push(part);
    } while (this.#takes(by));
    return parts.length === 1 ? parts[0] : { kind: by === '||' ? 'any' : 'all', of: parts };
  }

  #one(): Condition | undefined {
    if (this.#takes('!')) {
      const of = this.#one();
      return of && { kind: 'not', of };
    }
    if (this.#takes('(')) {
      const inside = this.#joined('||');
      return this.#takes(')') ? inside : undefined;
    }
    const left = this.#operand();
    const sign = this.#tokens[this.#position++];
    const right = this.#operand();
    if (left === undefined || sign?.kind !== 'comparison' || right === undefined) return undefined;
    return { kind: 'compares', left, by: sign.by, right };
  }

  #operand(): Operand | undefined {
    const next = this.#tokens[this.#position++];
    return next?.kind === 'operand' ? next.operand : undefined;
  }

  #takes(kind: Token['kind']): boolean {
    const isNext = this.#tokens[this.#position]?.kind === kind;
    if (isNext) this.#position++;
    return isNext;
  }
}
