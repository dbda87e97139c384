# frozen_string_literal: true

require_relative 'containment'
require_relative 'needed'
require_relative 'pending'
require_relative 'values'

module Itc
  # What has a `body`, and gives its members; or `expect`s them, where they are missing.
  module Members
    # A member of the body.
    def [](name)
      at("/#{name.to_s.gsub('~', '~0').gsub('/', '~1')}")
    end

    # What a JSON Pointer leads to in the body.
    def at(pointer)
      Values.at(body, pointer)
    rescue IndexError, ArgumentError
      expect(["#{Listed.path_of(pointer)} is missing"])
    end

    # The same, of an answer that may lack it; pending where it does.
    def wanted(pointer)
      problem = Needed.lacking(body, pointer, 'the answer')
      Pending.tell(problem) if problem
      at(pointer)
    end
  end
end
