// Written by itc, the same for every contract. Do not edit: it is written again.
/** From page to page of a list, until there is no more. */
import type { Answer } from "./answer";
import type { Problem } from "./causes";
import type { Status } from "./checks";
import { Listed, memberOf, NOTHING, pathOf, PAUSES } from "./listed";
import { ContractBroken } from "./report";
import { turnBy, type Turn, type TurnOptions } from "./turns";
import type { Json } from "./values";
import { written, type Values } from "./wire";

/** How many pages are looked at to see how they are cut. */
const FIRST_PAGES = 10;
/** How many pages of the greatest size are looked through for a thing. */
const ALL_PAGES = 200;
/** How often a list is walked that others may be changing, until no item comes twice. */
const ATTEMPTS = 10;

export interface WalkOptions extends TurnOptions {
  /** Where a page has its array, as a JSON Pointer. */
  readonly items?: string;
  /** The greatest size that a page may have. */
  readonly most?: number;
}

/**
 * A list, whose pages are asked for one after the other. What others do to it meanwhile is no fault: a thing that is not
 * found, and two pages that have the same item, are looked at again before they are judged.
 */
export class Walk extends Listed {
  readonly #ask: (query: Values) => Promise<Answer>;
  readonly #query: Values;
  readonly #options: WalkOptions;
  readonly #turn: Turn;
  #expected: readonly Status[] = [];
  #answer: Answer | undefined;
  #seen: Json[] = [];
  #keys: (string | undefined)[][] = [];
  #problems: Problem[] = [];
  #isWhole = false;

  constructor(
    ask: (query: Values) => Promise<Answer>,
    query: Values,
    options: WalkOptions,
  ) {
    super();
    this.#ask = ask;
    this.#query = query;
    this.#options = options;
    this.#turn = turnBy(options);
  }

  /** The last page. */
  get answer(): Answer {
    if (this.#answer === undefined)
      throw new Error("A walk begins with what it expects: conforms(200).");
    return this.#answer;
  }

  get status(): number {
    return this.answer.status;
  }

  /** Every page is what the contract promises, no item comes twice, and no page has more items than it was asked for. */
  async conforms(expected: readonly Status[], _options: object): Promise<void> {
    this.#expected = expected;
    const walks: string[] = [];
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      await this.#go(this.#query, FIRST_PAGES);
      if (this.#problems.length === 0) return;
      walks.push(JSON.stringify(this.#keys));
    }
    // What others add and remove between two pages shifts them, and may do so twice in the same way. It does not do so
    // every time.
    const last = walks.at(-1);
    if (walks.filter((one) => one === last).length * 2 > walks.length)
      this.demand(this.#problems);
    this.answer.finding("changes too quickly to see how its pages are cut");
  }

  accepted(expected: readonly Status[]): Promise<void> {
    return this.conforms(expected, {});
  }

  lists(item: Json, at: string): Promise<void> {
    return this.#until(() => this.listsNow(item, at), false);
  }

  lacks(item: Json, at: string): Promise<void> {
    return this.#until(() => this.lacksNow(item, at), true);
  }

  forgets(members: Readonly<Record<string, Json>>, at: string): void {
    this.answer.forgets(members, at);
  }

  allows(methods: readonly string[]): void {
    this.answer.allows(methods);
  }

  demand(problems: readonly Problem[]): void {
    this.answer.demand(problems);
  }

  protected items(): readonly Json[] {
    return this.#seen;
  }

  protected called(): string {
    return pathOf(this.#options.items ?? "");
  }

  protected override whole(): string {
    const pages = this.#keys.length;
    return this.called() + (pages > 1 ? ` of ${pages} pages` : "");
  }

  /**
   * Does a check of what has been seen, and again after each of some more walks. Only a list that has too many small pages
   * is looked through in large ones: there might be nothing wrong with those.
   */
  async #until(check: () => void, isPartial: boolean): Promise<void> {
    const { size, most } = this.#options;
    const large =
      size === undefined || most === undefined
        ? this.#query
        : { ...this.#query, [size]: most };
    for (const pause of [...PAUSES, undefined]) {
      try {
        return check();
      } catch (error) {
        if (!(error instanceof ContractBroken)) throw error;
        if (pause === undefined && (this.#isWhole || isPartial)) throw error;
      }
      if (pause === undefined) break;
      await new Promise((resolve) => setTimeout(resolve, pause));
      await this.#go(this.#query, FIRST_PAGES);
      if (!this.#isWhole) await this.#go(large, ALL_PAGES);
    }
    this.answer.finding("has too many pages to look through them for a thing");
  }

  async #go(from: Values, mostPages: number): Promise<void> {
    this.#seen = [];
    this.#keys = [];
    this.#problems = [];
    this.#isWhole = false;
    const pages = new Map<string, number>();
    let query: Values | undefined = from;
    for (let page = 1; query !== undefined; page += 1) {
      const answer = await this.#ask(query);
      if (
        page > 1 &&
        this.#turn.mayBeRefused &&
        answer.status >= 400 &&
        answer.status < 500
      )
        break;
      this.#answer = answer;
      answer.conforms(this.#expected, {});
      const items = answer.items(this.#options.items ?? "");
      this.#judgeSize(items, query);
      const keys = items.map((item) => this.#keyOf(item));
      if (
        page > 1 &&
        JSON.stringify(keys) === JSON.stringify(this.#keys.at(-1))
      )
        break;
      for (const key of keys) {
        if (key === undefined) continue;
        const known = pages.get(key) ?? page;
        pages.set(key, known);
        if (known !== page)
          this.#problems.push({
            text: `an item is on page ${known} and on page ${page}: ${key}`,
          });
      }
      this.#seen.push(...items);
      this.#keys.push(keys);
      query = this.#turn.next(query, answer, items);
      if (query !== undefined && page === mostPages) return;
    }
    this.#isWhole = true;
  }

  #judgeSize({ length }: readonly Json[], query: Values): void {
    const { size = "" } = this.#options;
    const most = query[size];
    if (most !== undefined && length > Number(most))
      this.fails(
        `a page has ${length} items, where ${size} is ${written(most)}`,
      );
  }

  #keyOf(item: Json): string | undefined {
    const { key } = this.#options;
    const found = key === undefined ? NOTHING : memberOf(item, key);
    return found === NOTHING ? undefined : written(found);
  }
}
