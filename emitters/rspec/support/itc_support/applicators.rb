# frozen_string_literal: true

require_relative 'evaluated'

module Itc
  # The keywords of JSON Schema that apply schemas, to a value or to its parts (JSON Schema 2020-12,
  # Core §10 and §11), and those that look at its parts themselves.
  module Applicators
    include Evaluated

    APPLICATORS = {
      '$ref' => :reference,
      'allOf' => :all_of,
      'anyOf' => :any_of,
      'oneOf' => :one_of,
      'not' => :negation,
      'if' => :condition,
      'required' => :required,
      'properties' => :properties,
      'patternProperties' => :pattern_properties,
      'additionalProperties' => :additional_properties,
      'propertyNames' => :property_names,
      'dependentRequired' => :dependent_required,
      'dependentSchemas' => :dependent_schemas,
      'prefixItems' => :prefix_items,
      'items' => :items,
      'contains' => :contains,
      'unevaluatedProperties' => :unevaluated_properties,
      'unevaluatedItems' => :unevaluated_items
    }.freeze

    private

    def reference(pointer, value, _schema)
      broken(value, referred(pointer))
    end

    def all_of(schemas, value, _schema)
      schemas.flat_map { |one| broken(value, one) }
    end

    def any_of(schemas, value, schema)
      alternatives = schemas.map { |one| broken(value, one) }
      return [] if alternatives.any?(&:empty?)

      itself('anyOf', value, schema, alternatives: alternatives.flatten(1))
    end

    def one_of(schemas, value, schema)
      alternatives = schemas.map { |one| broken(value, one) }
      case alternatives.count(&:empty?)
      when 1 then []
      when 0 then itself('oneOf', value, schema, alternatives: alternatives.flatten(1))
      else itself('oneOf', value, schema)
      end
    end

    def negation(forbidden, value, schema)
      fits?(value, forbidden) ? itself('not', value, schema) : []
    end

    def condition(condition, value, schema)
      broken(value, schema.fetch(fits?(value, condition) ? 'then' : 'else', true))
    end

    # It lies where the member should be.
    def required(names, value, schema)
      return [] unless value.is_a?(Hash)

      (names - value.keys).flat_map { |name| itself('required', value, schema, path: [name]) }
    end

    def properties(schemas, value, _schema)
      return [] unless value.is_a?(Hash)

      schemas.flat_map { |name, one| value.key?(name) ? below(name, value[name], one) : [] }
    end

    def pattern_properties(schemas, value, _schema)
      return [] unless value.is_a?(Hash)

      schemas.flat_map do |pattern, one|
        value.flat_map { |name, item| Assertions.matches?(pattern, name) ? below(name, item, one) : [] }
      end
    end

    def additional_properties(one, value, schema)
      return [] unless value.is_a?(Hash)

      undeclared = undeclared(value, schema)
      return undeclared.empty? ? [] : itself('additionalProperties', value, schema) if one == false

      undeclared.flat_map { |name| below(name, value[name], one) }
    end

    # Members that neither `properties` nor `patternProperties` speak of.
    def undeclared(value, schema)
      declared = schema.fetch('properties', {})
      patterns = schema.fetch('patternProperties', {}).keys
      value.keys.reject do |name|
        declared.key?(name) || patterns.any? { |pattern| Assertions.matches?(pattern, name) }
      end
    end

    def property_names(one, value, _schema)
      value.is_a?(Hash) ? value.keys.flat_map { |name| broken(name, one) } : []
    end

    def dependent_required(names, value, schema)
      return [] unless value.is_a?(Hash)

      lacking = names.flat_map { |name, others| value.key?(name) ? others - value.keys : [] }
      lacking.flat_map { itself('dependentRequired', value, schema) }
    end

    def dependent_schemas(schemas, value, _schema)
      return [] unless value.is_a?(Hash)

      schemas.flat_map { |name, one| value.key?(name) ? broken(value, one) : [] }
    end

    def prefix_items(schemas, value, _schema)
      return [] unless value.is_a?(Array)

      value.zip(schemas).first(schemas.size).each_with_index.flat_map { |(item, one), at| below(at, item, one) }
    end

    def items(one, value, schema)
      return [] unless value.is_a?(Array)

      first = schema.fetch('prefixItems', []).size
      return value.size > first ? itself('items', value, schema) : [] if one == false

      value.each_with_index.drop(first).flat_map { |item, at| below(at, item, one) }
    end

    def contains(one, value, schema)
      return [] unless value.is_a?(Array)

      least = schema.fetch('minContains', 1)
      most = schema.fetch('maxContains', value.size)
      count = value.count { |item| fits?(item, one) }
      return itself('maxContains', value, schema, limit: most) if count > most
      return [] if count >= least

      itself(count.zero? ? 'contains' : 'minContains', value, schema)
    end

    def unevaluated_properties(one, value, schema)
      return [] unless value.is_a?(Hash)

      left = value.except(*evaluated_names(value, schema))
      left.all? { |_, item| fits?(item, one) } ? [] : itself('unevaluatedProperties', value, schema)
    end

    def unevaluated_items(_one, value, schema)
      return [] unless value.is_a?(Array)

      left = value.each_index.to_a - evaluated_indexes(value, schema)
      left.empty? ? [] : itself('unevaluatedItems', value, schema)
    end
  end
end
