# frozen_string_literal: true

require 'rspec/core/formatters/console_codes'
require_relative 'causes'
require_relative 'notes'

module Itc
  # Says at the end of a run what is behind failures, what could not be tested, and what was found
  # besides.
  class Summary
    PENDING = 'pending: '

    # Listens to what RSpec tells of examples.
    def self.watch(reporter)
      new(reporter).tap do |summary|
        reporter.register_listener(summary, :example_passed, :example_failed, :example_pending, :dump_summary)
      end
    end

    def initialize(reporter)
      @reporter = reporter
      @causes = Causes.new
      @pending = Hash.new(0)
      @tested = 0
    end

    # Whether there is something to test, and nothing was.
    def nothing_tested?
      @tested.zero? && @pending.any?
    end

    def example_passed(_notification)
      @tested += 1
    end

    def example_failed(notification)
      @tested += 1
      broken = Itc.broken_promise_of(notification.example)
      @causes.add(notification.example.id, broken) if broken
    end

    def example_pending(notification)
      reason = notification.example.execution_result.pending_message.to_s
      @pending[reason.delete_prefix(PENDING)] += 1 if reason.start_with?(PENDING)
    end

    def dump_summary(_notification)
      section('broken promises', @causes.lines, :failure)
      reasons = @pending.sort_by { |_, count| -count }.map { |reason, count| "- #{count}: #{reason}" }
      section('pending tests', reasons, :pending)
      say('Nothing was tested.', :failure) if nothing_tested?
      found = Itc.session? ? Itc.session.reporter.findings : []
      section('contract findings', found.map { |text| "- #{text}" }, :default_color)
    end

    private

    def section(heading, lines, colour)
      return if lines.empty?

      say("\n#{heading}", :bold)
      lines.each { |line| say(line, colour) }
    end

    def say(text, colour)
      @reporter.message(RSpec::Core::Formatters::ConsoleCodes.wrap(text, colour))
    end
  end
end
