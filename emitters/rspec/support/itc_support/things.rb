# frozen_string_literal: true

require_relative 'members'
require_relative 'report'

module Itc
  # What an example needs could not be made: that is an error of its set-up, and not its failure.
  class SetUpBroken < StandardError; end

  # A thing that is there for an example and is no answer: `thing['id']` is a member of it.
  class Thing
    include Members

    attr_reader :body

    def initialize(body)
      @body = Json.plain(body)
    end

    def expect(problems)
      raise KeyError, problems.join(', ')
    end
  end

  # For modules of things: `thing` is `let`, whose failure is no failure of the example.
  module Things
    # Something that is made when an example first speaks of it, and removed after the example.
    def thing(name, &made)
      let(name) do
        value = instance_exec(&made)
        value.is_a?(Answer) ? value : Thing.new(value)
      rescue StandardError => e
        raise e if e.is_a?(SetUpBroken) || e.is_a?(RSpec::Core::Pending::SkipDeclaredInExample)

        raise SetUpBroken, e.is_a?(ContractBroken) ? e.message : "#{e.class}: #{e.message}"
      end
    end
  end
end
