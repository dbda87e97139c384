# frozen_string_literal: true

module Itc
  # A line of a failure that knows which schema is broken, and says it without the value.
  Problem = Struct.new(:text, :place, :says) do
    def to_s
      text
    end
  end

  # A line of a failure that is no problem itself.
  Hint = Struct.new(:text) do
    def to_s
      text
    end
  end

  # What is behind failures: one broken promise fails many examples, and is told once.
  class Causes
    MOST_CAUSES = 20
    MOST_OPERATIONS = 5

    # What the problems have in common with those of other examples: the promise that is broken.
    #
    # That is the schema, whichever operation's answer breaks it, or else the place of the
    # operation's own promise.
    def self.of(operation, place, problems)
      own = place == '' ? operation : "#{operation} at #{place}"
      told = problems.reject { |problem| problem.is_a?(Hint) }.map do |problem|
        problem.is_a?(Problem) ? "#{problem.place || own}: #{problem.says}" : "#{own}: #{problem}"
      end
      told.uniq
    end

    def initialize
      @examples = Hash.new { |known, cause| known[cause] = [] }
      @operations = Hash.new { |known, cause| known[cause] = [] }
    end

    # Takes in what a failed example says of its causes.
    def add(example, broken)
      broken.causes.each do |cause|
        @examples[cause] |= [example]
        @operations[cause] |= [broken.operation]
      end
    end

    # One line for each, the one that fails most examples first.
    def lines
      ranked = @examples.sort_by { |cause, examples| [-examples.size, cause] }
      rest = ranked.size - MOST_CAUSES
      ranked.first(MOST_CAUSES).map { |cause, examples| line(cause, examples.size) } +
        (rest.positive? ? ["- and #{rest} more"] : [])
    end

    private

    def line(cause, count)
      names = @operations[cause].sort
      more = names.size - MOST_OPERATIONS
      shown = [*names.first(MOST_OPERATIONS), *("#{more} more" if more.positive?)]
      "- #{cause} (#{count == 1 ? '1 test' : "#{count} tests"}: #{shown.join(', ')})"
    end
  end
end
