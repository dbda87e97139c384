import type { Operation, Parameter } from './api.ts';
import type { Schemas } from './json-schema.ts';
import { rememberedOf } from './remembered.ts';
import { parts, types } from './schema-shape.ts';
import { kebab, wordsOf } from './words.ts';

/** How an operation answers its list in pages: the query parameters that cut it, and what they may be. */
export interface Paging {
  /**
   * How a page is named: by the number of its first item, by its own number, by a mark that the answer before it gave; or
   * not at all, where there is only a greatest number of items.
   */
  readonly style: 'offset' | 'page' | 'cursor' | 'limit';
  /** How many items a page has at most. */
  readonly size?: PageParameter;
  /** Which page. Absent where the style is `limit`. */
  readonly position?: PageParameter;
}

export interface PageParameter {
  readonly parameter: Parameter;
  /** What its schema says of a number, inclusive. */
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: number;
}

/** Names that say it alone, as `kebab(wordsOf(name))`; and names that mean other things, too, and say it beside another one. */
interface Names {
  readonly certain: ReadonlySet<string>;
  readonly likely: ReadonlySet<string>;
}

const sizes: Names = {
  certain: new Set(
    'limit page-size pagesize per-page perpage page-limit max-results max-items items-per-page results-per-page'.split(
      ' ',
    ),
  ),
  likely: new Set('size count top take first last rows max'.split(' ')),
};

const positions: Readonly<Record<'page' | 'offset' | 'cursor', Names>> = {
  page: {
    certain: new Set('page page-number page-no page-num page-index pagenumber'.split(' ')),
    likely: new Set(),
  },
  offset: {
    certain: new Set('offset page-offset skip start-index startindex'.split(' ')),
    likely: new Set(['start', 'from']),
  },
  cursor: {
    certain: new Set(
      (
        'cursor page-cursor next-cursor page-token pagetoken next-page-token next-token continuation ' +
        'continuation-token starting-after ending-before page-after page-before start-after scroll-id'
      ).split(' '),
    ),
    likely: new Set('after before token marker continue since-id max-id'.split(' ')),
  },
};

/**
 * How an operation answers its list in pages, by whole names of its query parameters: `created_before` is none, though
 * it ends as `before` does. `after`, `token` or `size` says something of pages only beside a size or a position, and what is a
 * point in time says nothing of them. Undefined: the list comes in one piece.
 */
export const pagingOf = rememberedOf((operation: Operation, schemas): Paging | undefined => {
  const candidates = operation.parameters.filter((one) => mayPage(one, schemas));
  const called = (names: ReadonlySet<string>) =>
    candidates.find(({ name }) => names.has(kebab(wordsOf(name))));
  const isNumber = (one: Parameter | undefined) =>
    one && types(one.schema, schemas).some((type) => type === 'integer' || type === 'number')
      ? one
      : undefined;

  const size = called(sizes.certain);
  const likelySize = isNumber(called(sizes.likely));
  for (const style of ['page', 'offset', 'cursor'] as const) {
    const { certain, likely } = positions[style];
    const likelyPosition = size || likelySize ? called(likely) : undefined;
    const position = called(certain) ?? (style === 'offset' ? isNumber(likelyPosition) : likelyPosition);
    if (position === undefined) continue;
    const beside = size ?? likelySize;
    return {
      style,
      ...(beside && { size: described(beside, schemas) }),
      position: described(position, schemas),
    };
  }
  return size && { style: 'limit', size: described(size, schemas) };
});

/** A number or a text in the query that is neither a point in time nor a switch. */
function mayPage({ in: location, schema, description = '' }: Parameter, schemas: Schemas): boolean {
  if (location !== 'query' || types(schema, schemas).join() === 'boolean') return false;
  const isTime = parts(schema, schemas).some(({ format = '' }) => /^(date|time|duration)/.test(format));
  return !isTime && !/\b(dates?|time ?stamps?|ISO[- ]?8601|RFC ?3339)\b/i.test(description);
}

function described(parameter: Parameter, schemas: Schemas): PageParameter {
  const shapes = parts(parameter.schema, schemas);
  const numbers = (keyword: 'minimum' | 'maximum' | 'default') =>
    shapes.map((shape) => shape[keyword]).filter((value) => typeof value === 'number');
  const [minimum, maximum, standard] = [numbers('minimum'), numbers('maximum'), numbers('default')];
  return {
    parameter,
    ...(minimum.length > 0 && { minimum: Math.max(...minimum) }),
    ...(maximum.length > 0 && { maximum: Math.min(...maximum) }),
    ...(standard[0] !== undefined && { default: standard[0] }),
  };
}
