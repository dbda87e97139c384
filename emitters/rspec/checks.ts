import type { Json } from '../../src/api/json.ts';
import type { Check, Relation } from '../../src/model/expectation.ts';
import { concat, type Doc } from '../../src/print/document.ts';
import { call, literal, text } from './ruby.ts';
import { printValue, type Sight } from './values.ts';

const relations: Readonly<Record<Relation, string>> = {
  equals: 'equals',
  'at-least': 'at_least',
  'at-most': 'at_most',
  contains: 'contains',
};

function printAtPointer(pointer: string): readonly string[] {
  return pointer === '' ? [] : [`at: ${text(pointer)}`];
}

/** One link behind `conform(200)`: `listing(book, at: '/items')` */
export function printCheck(check: Check, sight: Sight): Doc {
  switch (check.kind) {
    case 'lists':
      return call('listing', [printValue(check.item, sight), ...printAtPointer(check.pointer)]);
    case 'lacks':
      return call('lacking', [printValue(check.item, sight), ...printAtPointer(check.pointer)]);
    case 'either':
      return call(
        'being_either',
        check.values.map((value) => printValue(value, sight)),
      );
    case 'forgets':
      return call('forgetting', [printValue(check.members, sight), ...printAtPointer(check.pointer)]);
    case 'every':
      return call('with_every', [
        text(check.member),
        concat(`${relations[check.relation]}: `, printValue(check.value, sight)),
        ...printAtPointer(check.pointer),
      ]);
    case 'sorted':
      return call('sorted_by', [
        text(check.member),
        ...(check.order === 'descending' ? ['descending: true'] : []),
        ...printAtPointer(check.pointer),
      ]);
    case 'empty':
      return call('listing_nothing', printAtPointer(check.pointer));
    case 'meets':
      return call('meeting', [
        literal(check.schema as Json),
        ...(check.of === 'header' ? [`header: ${text(check.header)}`] : []),
      ]);
    case 'allows':
      return call('allowing', check.methods.map(text));
  }
}
