# frozen_string_literal: true

require_relative 'formats'
require_relative 'json'
require_relative 'patterns'

module Itc
  # The keywords of JSON Schema that speak of one value and not of its parts: whether a value keeps
  # the limit of one (JSON Schema 2020-12, Validation).
  module Assertions
    TYPES = {
      'null' => ->(value) { value.nil? },
      'boolean' => ->(value) { [true, false].include?(value) },
      'integer' => ->(value) { value.is_a?(Integer) || (value.is_a?(Float) && (value % 1).zero?) },
      'number' => ->(value) { Json.number?(value) },
      'string' => ->(value) { value.is_a?(String) },
      'array' => ->(value) { value.is_a?(Array) },
      'object' => ->(value) { value.is_a?(Hash) }
    }.freeze

    # Limits of values of one type; all others keep them.
    def self.limit(type, &keeps)
      ->(limit, value) { !TYPES.fetch(type).call(value) || keeps.call(limit, value) }
    end

    KEPT = {
      'type' => ->(types, value) { [*types].any? { |type| type?(type, value) } },
      'enum' => ->(values, value) { values.any? { |one| same?(one, value) } },
      'const' => ->(wanted, value) { same?(wanted, value) },
      'format' => ->(format, value) { Formats.of?(format, value) },
      'minimum' => limit('number') { |limit, value| value >= limit },
      'maximum' => limit('number') { |limit, value| value <= limit },
      'exclusiveMinimum' => limit('number') { |limit, value| value > limit },
      'exclusiveMaximum' => limit('number') { |limit, value| value < limit },
      'multipleOf' => limit('number') { |factor, value| multiple?(factor, value) },
      'minLength' => limit('string') { |limit, value| value.size >= limit },
      'maxLength' => limit('string') { |limit, value| value.size <= limit },
      'pattern' => limit('string') { |pattern, value| matches?(pattern, value) },
      'minItems' => limit('array') { |limit, value| value.size >= limit },
      'maxItems' => limit('array') { |limit, value| value.size <= limit },
      'uniqueItems' => limit('array') { |wanted, value| !wanted || unique?(value) },
      'minProperties' => limit('object') { |limit, value| value.size >= limit },
      'maxProperties' => limit('object') { |limit, value| value.size <= limit }
    }.freeze

    module_function

    def type?(type, value)
      TYPES.fetch(type, ->(_) { false }).call(value)
    end

    # Of equal numbers one may be written as `1` and the other as `1.0`; `true` is no number.
    def same?(one, other)
      one == other
    end

    # In decimal arithmetic: 19.99 is a multiple of 0.01.
    def multiple?(factor, value)
      return true if factor.zero?

      value.to_f.finite? && (Rational(value.to_s) % Rational(factor.to_s)).zero?
    end

    # In the dialect of ECMA-262; what Ruby cannot read is a finding, see Contract.
    def matches?(pattern, value)
      Patterns.compiled(pattern).match?(value.scrub)
    rescue RegexpError
      true
    end

    def unique?(items)
      items.map { |item| canonical(item) }.uniq.size == items.size
    end

    # The same for all spellings of a number.
    def canonical(value)
      case value
      when Hash then value.transform_values { |item| canonical(item) }
      when Array then value.map { |item| canonical(item) }
      when Float then value.finite? && (value % 1).zero? ? value.to_i : value
      else value
      end
    end
  end
end
