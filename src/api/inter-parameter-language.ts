import type { Operation } from './api.ts';
import type { Condition, InterParameter, Operand, Sum } from './inter-parameter.ts';
import type { Json } from './json.ts';

/** The dependencies that an operation declares, in its order; what is wrong with those that cannot be read. */
export function interParameters({ extensions }: Operation): readonly (InterParameter | Unread)[] {
  const declared = extensions['x-dependencies'];
  if (!Array.isArray(declared)) return [];
  return declared.filter((one) => typeof one === 'string').map(parse);
}

export interface Unread {
  readonly text: string;
  readonly problem: string;
}

function parse(written: string): InterParameter | Unread {
  const text = written.trim().replace(/;$/, '').trim();
  try {
    const reader = new Reader(text);
    const condition = reader.dependency();
    reader.end();
    return { text, condition };
  } catch (problem) {
    if (problem instanceof Unreadable) return { text, problem: problem.message };
    throw problem;
  }
}

class Unreadable extends Error {}

const token =
  /\s*(?:(\[[^\]]*\]|[A-Za-z_][\w.]*)|(\d+(?:\.\d+)?)|('[^']*'|"[^"]*")|(<=|>=|==|!=|[<>+\-|(),]))/y;
const groups: readonly string[] = ['Or', 'OnlyOne', 'AllOrNone', 'ZeroOrOne'];

/** Reads one dependency from left to right. */
class Reader {
  readonly #tokens: readonly string[];
  #next = 0;

  constructor(text: string) {
    const tokens: string[] = [];
    token.lastIndex = 0;
    while (token.lastIndex < text.trimEnd().length) {
      const start = token.lastIndex;
      const found = token.exec(text);
      if (!found) throw new Unreadable(`there is nothing to be made of \`${text.slice(start).trim()}\``);
      tokens.push(found[0].trim());
    }
    this.#tokens = tokens;
  }

  dependency(): Condition {
    if (!this.#take('IF')) return this.#condition();
    const when = this.#condition();
    if (!this.#take('THEN')) throw this.#unexpected('THEN');
    return { kind: 'if', when, needs: this.#condition() };
  }

  end(): void {
    if (this.#next < this.#tokens.length) throw this.#unexpected('the end');
  }

  #condition(): Condition {
    const first = this.#conjunction();
    const of = [first];
    while (this.#take('OR')) of.push(this.#conjunction());
    return of.length === 1 ? first : { kind: 'or', of };
  }

  #conjunction(): Condition {
    const first = this.#single();
    const of = [first];
    while (this.#take('AND')) of.push(this.#single());
    return of.length === 1 ? first : { kind: 'and', of };
  }

  #single(): Condition {
    if (this.#take('NOT')) return { kind: 'not', of: this.#single() };
    if (this.#take('(')) return this.#closed(this.#condition());
    const group = groups.find(
      (name) => this.#tokens[this.#next] === name && this.#tokens[this.#next + 1] === '(',
    );
    if (group === undefined) return this.#comparison();
    this.#next += 2;
    const of = [this.#condition()];
    while (this.#take(',')) of.push(this.#condition());
    return this.#closed({ kind: group as 'Or' | 'OnlyOne' | 'AllOrNone' | 'ZeroOrOne', of });
  }

  #closed<T>(condition: T): T {
    if (!this.#take(')')) throw this.#unexpected(')');
    return condition;
  }

  #comparison(): Condition {
    const left = this.#sum();
    const operator = (['<=', '>=', '==', '!=', '<', '>'] as const).find((one) => this.#take(one));
    const [only] = left;
    const name = left.length === 1 && only?.operand.kind === 'parameter' ? only.operand.name : undefined;
    if (operator === undefined) {
      if (name === undefined) throw this.#unexpected('a comparison');
      return { kind: 'present', name };
    }
    const right = this.#sum();
    const values = [...this.#constants(right)];
    while (this.#take('|')) values.push(...this.#constants(this.#sum()));
    if (name !== undefined && values.length > 0 && (operator === '==' || operator === '!=')) {
      const is: Condition = { kind: 'is', name, values };
      return operator === '==' ? is : { kind: 'not', of: is };
    }
    return { kind: 'compare', left, operator, right };
  }

  #constants(sum: Sum): readonly Json[] {
    return sum.flatMap(({ operand }) => (operand.kind === 'constant' ? [operand.value] : []));
  }

  #sum(): Sum {
    const parts: { readonly sign: 1 | -1; readonly operand: Operand }[] = [];
    let sign: 1 | -1 = this.#take('-') ? -1 : 1;
    for (;;) {
      parts.push({ sign, operand: this.#operand() });
      if (this.#take('+')) sign = 1;
      else if (this.#take('-')) sign = -1;
      else return parts;
    }
  }

  #operand(): Operand {
    const text = this.#tokens[this.#next] ?? '';
    if (!/^[[A-Za-z_\d'"]/.test(text)) throw this.#unexpected('a parameter or a value');
    this.#next++;
    if (/^['"]/.test(text)) return { kind: 'constant', value: text.slice(1, -1) };
    if (/^\d/.test(text)) return { kind: 'constant', value: Number(text) };
    if (text === 'true' || text === 'false') return { kind: 'constant', value: text === 'true' };
    return { kind: 'parameter', name: text.startsWith('[') ? text.slice(1, -1) : text };
  }

  #take(wanted: string): boolean {
    const isNext = this.#tokens[this.#next] === wanted;
    if (isNext) this.#next++;
    return isNext;
  }

  #unexpected(wanted: string): Unreadable {
    return new Unreadable(
      `there is \`${this.#tokens[this.#next] ?? 'nothing'}\` where ${wanted} was expected`,
    );
  }
}
