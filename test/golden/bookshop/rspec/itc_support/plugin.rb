# frozen_string_literal: true

require 'rspec/core'
require_relative 'cases'
require_relative 'helpers'
require_relative 'notes'
require_relative 'summary'

# What RSpec needs to know: who calls, what is left out, how an example is cleaned up after. It
# concerns the specs of the type `:contract`, and no others.
RSpec.configure do |config|
  summary = nil

  config.include Itc::Helpers, type: :contract

  config.before(:suite) { summary = Itc::Summary.watch(config.reporter) }

  config.prepend_before(:each, type: :contract) do |example|
    id = Itc::Cases.id_of(example)
    reason = id && Itc.setup.skip(id)
    skip reason if reason

    Itc.session.reporter.case_id = id
    Itc.session.report_unread_patterns
  end

  config.append_after(:each, type: :contract) do |example|
    next unless Itc.session?

    Itc.session.created.remove_all
    Itc::Notes.write(Itc::Cases.id_of(example), Itc.session.reporter.new_findings, Itc.broken_promise_of(example))
  end

  config.after(:suite) do
    Itc.session.close if Itc.session?
    # A run in which nothing was tested, because what it needs is missing, is no success.
    at_exit { exit(1) } if summary.nothing_tested?
  end
end
