import type { Words } from '../../src/api/words.ts';
import { snake } from '../../src/print/names.ts';
import type { Spelling } from '../../src/suite/spelling.ts';

/** Names that a generated Ruby name must not take, because something else would then be hidden. */

const keywords =
  'alias and begin break case class def defined do else elsif end ensure false for if in module next nil not or redo ' +
  'rescue retry return self super then true undef unless until when while yield';

/** What every object has. */
const kernel =
  'abort at_exit autoload binding caller catch clone display dup enum_for eval exec exit extend fail fork format freeze ' +
  'frozen gem gets hash initialize inspect instance_eval instance_exec instance_variables itself kind_of lambda load ' +
  'local_variables loop method method_missing methods object_id open p pp print printf proc public_send putc puts raise ' +
  'rand readline readlines require require_relative respond_to select send singleton_class singleton_method ' +
  'singleton_methods sleep spawn sprintf srand syscall system tap test throw to_enum to_s trap warn yield_self';

/** What an example of RSpec has: its own words, and the matchers. */
const rspec =
  'a_value aggregate_failures all allow any_args anything be be_a be_an be_between be_nil be_truthy change changing ' +
  'class_double class_spy contain_exactly context cover covering described_class describe double duck_type end_with eq ' +
  'eql equal example exist existing expect feature have_attributes have_received include including instance_double ' +
  'instance_of instance_spy is_expected it let match match_array matching object_double object_spy output pending ' +
  'raise_error raising receive receive_messages satisfy satisfying shared_context should skip specify spy start_with ' +
  'stub stub_const subject throw_symbol throwing within yield_control after around before';

/** What the support code gives, and what a table calls its rows. */
const ours =
  'api anonymous malformed wrong_scheme expired stranger lesser without changed unique seed upload conform be_accepted ' +
  'thing label config';

const reserved: ReadonlySet<string> = new Set(
  [keywords, kernel, rspec, ours].flatMap((names) => names.split(' ')),
);

/** A name as an identifier of Ruby that hides nothing. */
function identifier(words: Words, otherwise: string): string {
  const name = snake(words) || otherwise;
  return reserved.has(name) || /^\d/.test(name) ? `the_${name}` : name;
}

/** What is made is a method, also where it is the same in every run. */
export const spelling: Spelling = {
  reserved,
  separator: '_',
  example: (name) => identifier(name, 'example_value'),
  fixture: (name) => identifier(name, 'thing'),
  upload: (name) => identifier(name, 'file'),
  local: (name) => identifier(name, 'value'),
};
