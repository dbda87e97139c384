# frozen_string_literal: true

require_relative 'report'

module Itc
  # What is expected of an answer.
  module Matchers
    # The answer is what the contract promises: one of these statuses (`201`, `'2XX'`, or a family
    # such as `:invalid`), and the media type, headers and schema of that status.
    def conform(*statuses)
      Conform.new(statuses)
    end

    # The answer has one of these statuses, and nothing else of it is judged: for what an example
    # only needs to be there.
    def be_accepted(*statuses)
      BeAccepted.new(statuses)
    end

    # Asks an answer one thing after the other, and says what is wrong with the first that is.
    class Asking
      attr_reader :failure_message

      def initialize
        @questions = []
      end

      def matches?(answer)
        @questions.each { |name, args, named| answer.public_send(name, *args, **named) }
        true
      rescue ContractBroken => e
        RSpec.current_example.metadata[:broken_promise] = e if RSpec.current_example
        @failure_message = e.message
        false
      end

      private

      def asked(name, *args, **named)
        @questions.push([name, args, named])
        self
      end

      # Says more of the first question.
      def also(**named)
        @questions.first.last.update(named)
        self
      end
    end

    # Matches answers that were accepted.
    class BeAccepted < Asking
      def initialize(statuses)
        super()
        @statuses = statuses
        asked(:accepted, *statuses)
      end

      # The body has something at these JSON Pointers.
      def having(*pointers)
        also(having: pointers)
      end

      def description
        "be accepted with #{Reporter.statuses(@statuses)}"
      end
    end

    # Matches answers that are what was promised.
    class Conform < Asking
      def initialize(statuses)
        super()
        @statuses = statuses
        asked(:conforms, *statuses)
      end

      # The body has this at least.
      def containing(value)
        also(containing: value)
      end

      # The body has something at these JSON Pointers, of which the rest of the example speaks.
      def having(*pointers)
        also(having: pointers)
      end

      # Of requests that were sent at once: each other answer conforms to one of these.
      def and_others(*statuses)
        also(others: statuses)
      end

      # The body contains all of one of these values.
      def being_either(*values)
        asked(:either, *values)
      end

      # The body, or a header, meets a JSON Schema.
      def meeting(schema, header: nil)
        asked(:meets, schema, header: header)
      end

      # The array at the JSON Pointer has an item that contains this.
      def listing(item, at: '')
        asked(:lists, item, at: at)
      end

      # The array at the JSON Pointer has no item that contains this.
      def lacking(item, at: '')
        asked(:lacks, item, at: at)
      end

      # A success lists nothing, and has nothing else to say.
      def listing_nothing(at: '')
        asked(:lists_nothing, at: at)
      end

      # No member of the object at the JSON Pointer has the value that it has here.
      def forgetting(members, at: '')
        asked(:forgets, members, at: at)
      end

      # All items that have the member have it in a relation to a value: `at_most: 50`.
      def with_every(member, at: '', **relation)
        asked(:every, member, at: at, **relation)
      end

      # The items are in the order of a member, a JSON Pointer.
      def sorted_by(member, descending: false, at: '')
        asked(:sorted, member, descending: descending, at: at)
      end

      # The header Allow, where the answer must have it or has it, names these methods.
      def allowing(*methods)
        asked(:allows, *methods)
      end

      def description
        "conform to the contract with #{Reporter.statuses(@statuses)}"
      end
    end
  end
end
