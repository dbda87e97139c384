# frozen_string_literal: true

require_relative 'assertions'

module Itc
  # Of a broken alternative (`anyOf`, `oneOf`): what is most likely meant. That is what lies deepest
  # in the value; of several that are as good as each other, none.
  module BestMatch
    module_function

    # What is to be told, and its place from the root of the value on.
    def of(broken, path = broken.path)
      return [broken, path] if (broken.alternatives || []).empty?

      first, second = broken.alternatives.each_with_index.min_by(2) { |one, at| [rank(one), at] }
      return [broken, path] if second && rank(first[0]) == rank(second[0])

      of(first[0], path + first[0].path)
    end

    def rank(broken)
      [
        -broken.path.size,
        broken.path,
        %w[anyOf oneOf].include?(broken.keyword) ? 0 : 1,
        meets_type?(broken) ? 0 : 1
      ]
    end

    def meets_type?(broken)
      types = broken.schema['type']
      !types.nil? && [*types].any? { |type| Assertions.type?(type, broken.value) }
    end
  end
end
