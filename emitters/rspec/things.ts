import type { Example, Fixture, TestModel } from '../../src/model/model.ts';
import { code } from '../../src/print/code.ts';
import { apart, concat, flat, type Doc } from '../../src/print/document.ts';
import { spokenByFixture } from '../../src/suite/case-needs.ts';
import { Locals } from '../../src/suite/locals.ts';
import type { ModuleNames, Named } from '../../src/suite/names.ts';
import { keyOf } from '../../src/suite/needs.ts';
import { printCreation } from './exchange.ts';
import { localIn, thingsFile, WIDTH } from './module.ts';
import { comment } from './ruby.ts';
import { printUpload, printValue } from './values.ts';

/** itc_things.rb: the things that examples need to be there, and the requests that make them. */
export function printThings(model: TestModel, names: ModuleNames): readonly Doc[] {
  const definitions = [
    ...printExamples(model.examples, { names, file: thingsFile }),
    ...model.fixtures.map((fixture) => printThing(fixture, names)),
  ];
  const extended = code`
    extend RSpec::SharedContext
    extend Itc::Things
  `;
  return [
    "require_relative 'spec_helper'",
    code`
      # The things that specs need to be there, and the requests that make them.
      module ItcThings
        ${apart([extended, ...definitions], 1)}
      end
    `,
    code`
      RSpec.configure do |config|
        config.include ItcThings, type: :contract
      end
    `,
  ];
}

/** Methods that make good values, and the files that are sent more than once. */
export function printExamples(
  examples: readonly Example[],
  { names, file }: { readonly names: ModuleNames; readonly file: string },
): readonly Doc[] {
  const uploads = [...names.uploads.values()].filter(({ module }) => module === file);
  const named = examples.flatMap(({ name }) => names.examples.get(keyOf(name)) ?? []);
  return [
    ...uploads.map((upload) => printMethod(upload.name, [], printUpload(upload.file))),
    ...named.map((one) => printFactory(one, names)),
  ];
}

function printFactory({ name, example, needs }: Named, names: ModuleNames): Doc {
  const own = needs.filter(({ of }) => of !== 'fixture');
  const local = localIn(new Locals(names, own));
  return printMethod(name, needs.map(local), printValue(example.value, { names, local }));
}

function printMethod(name: string, parameters: readonly string[], value: Doc): Doc {
  return code`
    def ${name}${parameters.length > 0 ? `(${parameters.join(', ')})` : ''}
      ${value}
    end
  `;
}

function printThing(fixture: Fixture, names: ModuleNames): Doc {
  const { name, summary, given = [], save, value } = fixture;
  const { locals } = spokenByFixture(fixture, names);
  const local = localIn(locals);
  const sight = { names, local };
  const spelled = names.fixtures.get(keyOf(name)) ?? keyOf(name);
  const made = printCreation(fixture, sight);
  const answer = save === undefined || value === undefined ? '' : `${locals.kept(save).variable} = `;
  const line = `thing(:${spelled}) { `;
  if (given.length === 0 && value === undefined) {
    const short = flat(concat(line, made, ' }'), WIDTH - 2);
    if (short !== undefined) return remarked(summary, short);
  }
  return remarked(
    summary,
    code`
      thing(:${spelled}) do
        ${given.map((one) => concat(`${local({ of: 'given', name: one.name })} = `, printValue(one.value, sight)))}
        ${concat(answer, made)}
        ${value && printValue(value, sight)}
      end
    `,
  );
}

function remarked(summary: string, document: Doc): Doc {
  const remark = comment(summary);
  return code`
    ${remark && `# ${remark}`}
    ${document}
  `;
}
