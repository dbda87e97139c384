# frozen_string_literal: true

require_relative 'json'
require_relative 'masking'

module Itc
  # Whether an answer has at least the members that were expected of it.
  module Containment
    module_function

    # Where `actual` lacks something of `expected`: one line per place.
    #
    # Objects may have more members than expected, and arrays more items, in any order. `1` and
    # `1.0` are the same number; `true` is not a number.
    def differences(expected, actual, path = 'body')
      return of_members(expected, actual, path) if expected.is_a?(Hash) && actual.is_a?(Hash)
      return of_items(expected, actual, path) if expected.is_a?(Array) && actual.is_a?(Array)
      return [] if expected == actual
      return ["#{path} is ***, expected another value"] if Masking.secret_name?(path)

      ["#{path} is #{shown(actual)}, expected #{shown(expected)}"]
    end

    # Where `actual` lacks something of that one of the values which it is nearest to.
    def nearest_differences(values, actual)
      values.map { |value| differences(value, actual) }.min_by(&:size)
    end

    # Whether `actual` has at least what `expected` has.
    def contains?(expected, actual)
      differences(expected, actual).empty?
    end

    # The path of a member: `body.price`, or `body["a b"]`.
    def member(path, name)
      name.match?(/\A[A-Za-z_$][\w$-]*\z/) ? "#{path}.#{name}" : "#{path}[#{Json.write(name)}]"
    end

    # A value as JSON on one line, cut where it is long.
    def shown(value, limit = 200)
      text = Json.write(value)
      text.size <= limit ? text : "#{text[0, limit]}…"
    end

    def of_members(expected, actual, path)
      expected.flat_map do |name, value|
        place = member(path, name)
        next ["#{place} is missing, expected #{shown(value)}"] unless actual.key?(name)

        differences(value, actual[name], place)
      end
    end

    def of_items(expected, actual, path)
      left = actual.dup
      expected.each_with_index.flat_map do |value, index|
        found = left.index { |item| contains?(value, item) }
        next left.delete_at(found) && [] if found
        next differences(value, actual[index], "#{path}[#{index}]") if expected.size == actual.size

        ["#{path} has no item #{shown(value)}"]
      end
    end
  end
end
