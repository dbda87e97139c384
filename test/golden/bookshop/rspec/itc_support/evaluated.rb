# frozen_string_literal: true

module Itc
  # What of a value the keywords of a schema have looked at, so that `unevaluatedProperties` and
  # `unevaluatedItems` know what is left (JSON Schema 2020-12, Core §11).
  module Evaluated
    private

    # The names of an object's members.
    def evaluated_names(value, schema)
      return [] unless schema.is_a?(Hash)

      own_names(value, schema) + in_place(value, schema).flat_map { |one| evaluated_names(value, one) }
    end

    def own_names(value, schema)
      named = schema.fetch('properties', {}).keys & value.keys
      patterns = schema.fetch('patternProperties', {}).keys
      matched = value.keys.select { |name| patterns.any? { |one| Assertions.matches?(one, name) } }
      rest = schema.slice('additionalProperties', 'unevaluatedProperties').values.flat_map do |one|
        value.select { |_, item| fits?(item, one) }.keys
      end
      named + matched + rest
    end

    # The indexes of an array's items.
    def evaluated_indexes(value, schema)
      return [] unless schema.is_a?(Hash)
      return value.each_index.to_a if schema.key?('items')

      own_indexes(value, schema) + in_place(value, schema).flat_map { |one| evaluated_indexes(value, one) }
    end

    def own_indexes(value, schema)
      first = schema.fetch('prefixItems', []).each_index.to_a
      rest = schema.slice('contains', 'unevaluatedItems').values.flat_map do |one|
        value.each_index.select { |at| fits?(value[at], one) }
      end
      first + rest
    end

    # The schemas that apply to the same value, and that it fits.
    def in_place(value, schema)
      referred = schema.key?('$ref') ? [referred(schema['$ref'])] : []
      dependent = value.is_a?(Hash) ? schema.fetch('dependentSchemas', {}).slice(*value.keys).values : []
      alternatives = schema.slice('allOf', 'oneOf', 'anyOf').values.flatten(1)
      referred + dependent + alternatives.select { |one| fits?(value, one) } + conditional(value, schema)
    end

    def conditional(value, schema)
      return [] unless schema.key?('if')

      fits?(value, schema['if']) ? schema.values_at('if', 'then').compact : [schema['else']].compact
    end
  end
end
