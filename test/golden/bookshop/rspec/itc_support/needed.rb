# frozen_string_literal: true

require_relative 'containment'
require_relative 'pending'
require_relative 'values'

module Itc
  # Whether an answer has what the rest of an example speaks of.
  module Needed
    module_function

    # Why a body has nothing at a JSON Pointer; nil where it has.
    #
    # A list that is too short is nobody's fault: the example is pending.
    def lacking(body, pointer, operation)
      path = 'body'
      Values.way(pointer).each do |segment|
        step = step(body, segment)
        too_short(path, body, segment, operation) if step.is_a?(Integer) && step >= body.size
        return "#{path} is #{Containment.shown(body)}, without #{segment}, which the test needs" if step.nil?

        path = step.is_a?(Integer) ? "#{path}[#{step}]" : Containment.member(path, step)
        return "#{path} is missing, which the test needs" if body.is_a?(Hash) && !body.key?(step)

        body = body[step]
      end
      "#{path} is null, and the test needs it" if body.nil?
    end

    # An index or a name; nil for what has neither.
    def step(body, segment)
      return segment if body.is_a?(Hash)

      Integer(segment, 10) if body.is_a?(Array) && segment.match?(/\A\d+\z/)
    end

    def too_short(path, body, segment, operation)
      count = "#{body.size} item#{'s' unless body.size == 1}"
      Pending.tell("#{path} of #{operation} has #{count}, and the test needs item #{segment}")
    end
  end
end
