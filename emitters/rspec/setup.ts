import { code } from '../../src/print/code.ts';
import { apart, concat, type Doc } from '../../src/print/document.ts';
import type { SetupEntries, SetupEntry } from '../../src/suite/setup-entries.ts';
import { printRuby } from './module.ts';
import { comment, hash, label, text } from './ruby.ts';
import { printLogIn, printSource } from './setup-log-ins.ts';

/** spec_helper.rb, which is the user's: where the API is, its credentials, seed values, and cases to leave out. */
export function printSetup({ basePath, credentials, others, logIns, seeds }: SetupEntries): string {
  const head = code`
    # The set-up of these specs. It is yours: itc wrote it once and leaves it alone.
    #
    # Install what they need, and run them against your API:
    #
    #   bundle install
    #   BASE_URL=http://localhost:8000${basePath} bundle exec rspec
  `;
  const support = code`
    # What itc writes anew each time: the client, and what is expected of its answers.
    require_relative 'itc_support'
  `;
  const configured = apart(
    [
      code`
        # Where the API is: a base URL, or the application itself (Rack), which is then called in
        # process. \`[MyApp, '${basePath || '/v1'}']\` puts a path in front of every operation.
        itc.target = ENV.fetch('BASE_URL', ${text(`http://127.0.0.1:8000${basePath}`)})
      `,
      ...logIns.map(printLogIn),
      code`
        # Your credential for each security scheme of the contract: of somebody who may do all that
        # good requests need. Without it, the examples that need it are skipped; where all are, the
        # run fails.
        #
        # A log-in (\`Itc.log_in\`, or anything to \`call\` with a client) is made once, and again when
        # it has expired. Where no one may do all, { admin: ..., customer: ... } gives one for each
        # scope.
        ${concat('itc.credentials = ', entries(credentials.map(printRemarked)))}
      `,
      code`
        # Who else calls, and with which credentials: { stranger: { bearer: ... } }. The examples of
        # somebody who is not here are skipped.
        ${concat('itc.others = ', entries(others.map(printOther)))}
      `,
      code`
        # Values that only you know, such as the id of a thing that is always there.
        ${concat('itc.seeds = ', entries(seeds.map(printRemarked)))}
      `,
      code`
        # Cases to leave out, and why: { 'get-book/happy' => 'not finished yet' }. An id that other
        # ids begin with leaves all of them out.
        itc.skips = {}
      `,
    ],
    1,
  );
  const around = code`
    Itc.configure do |itc|
      ${configured}
    end

    RSpec.configure do |config|
      # What stands before \`run\` is done before each case, what stands behind it after.
      config.around(:each, type: :contract) do |example|
        example.run
      end
    end
  `;
  return printRuby(head, [support, around]);
}

/** What the suite is run with, beside Ruby 3.1 or newer. */
export const gemfile = `# frozen_string_literal: true

source 'https://rubygems.org'

gem 'rspec', '~> 3.12'
`;

/** What `rspec` is told in this folder. */
export const options = `--default-path .
--require ./spec_helper
`;

/** A line for each entry, and its remark above it. */
function entries(printed: readonly ((comma: string) => Doc)[]): Doc {
  if (printed.length === 0) return '{}';
  return code`
    {
      ${printed.map((entry, index) => entry(index < printed.length - 1 ? ',' : ''))}
    }
  `;
}

function printRemarked(entry: SetupEntry): (comma: string) => Doc {
  const { remark } = entry;
  return (comma) => code`
    ${remark && `# ${comment(remark)}`}
    ${concat(printEntry(entry), comma)}
  `;
}

/** `petId: ENV.fetch('SEED_PET_ID', nil)` */
export function printEntry({ name, source }: SetupEntry): Doc {
  return concat(label(name), printSource(source));
}

/** `stranger: { bearer: log_in.call('STRANGER') }`; of several for one scheme, each behind its scopes. */
function printOther({ actor, credentials }: SetupEntries['others'][number]): (comma: string) => Doc {
  const schemes = [...new Set(credentials.map(({ scheme }) => scheme))].map((scheme) => {
    const given = credentials.filter((one) => one.scheme === scheme);
    const [only, ...more] = given.map(({ source }) => printSource(source));
    const isOne = more.length === 0 && given[0]?.scopes === undefined;
    const byScopes = given.map(({ scopes = [], source }) => [scopes.join(' '), printSource(source)] as const);
    return [scheme, isOne && only !== undefined ? only : hash(byScopes)] as const;
  });
  const remarks = [...new Set(credentials.map(({ summary }) => summary))];
  return (comma) => code`
    ${remarks.map((remark) => `# ${comment(remark)}`)}
    ${concat(label(actor), hash(schemes), comma)}
  `;
}
