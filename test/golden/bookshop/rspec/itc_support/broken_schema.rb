# frozen_string_literal: true

require_relative 'best_match'
require_relative 'causes'
require_relative 'containment'
require_relative 'masking'

module Itc
  # How it is told that a value breaks a schema.
  class BrokenSchema
    # Keywords whose own value says too little and too much.
    WHOLE = %w[anyOf oneOf not if contains unevaluatedProperties].freeze

    NEVER = {}.freeze

    # @param definitions the schemas that have names
    def initialize(definitions)
      @definitions = definitions
    end

    # One problem for each place, which knows the schema that is shared by its name.
    def of(broken, root)
      broken.map { |one| problem(one, root) }.to_h { |problem| [problem.to_s, problem] }.values
    end

    private

    def problem(broken, root)
      told, steps = BestMatch.of(broken)
      path = steps.reduce(root) { |at, step| step.is_a?(Integer) ? "#{at}[#{step}]" : Containment.member(at, step) }
      place = places[told.schema]
      says = says(told, steps)
      says = "#{path.gsub(/\[\d+\]/, '[]')}: #{says}" if place.nil?
      Problem.new(line(told, path), place, says)
    end

    # Where a schema stands in `$defs`: `Book/properties/title`.
    def places
      @places ||= {}.compare_by_identity.tap { |places| note(places, @definitions, '') }
    end

    def note(places, node, place)
      places[node] ||= place if node.is_a?(Hash)
      items = node.is_a?(Hash) ? node.to_a : node.each_with_index.map { |item, at| [at, item] }
      items.each do |name, item|
        note(places, item, place == '' ? name : "#{place}/#{name}") if item.is_a?(Hash) || item.is_a?(Array)
      end
    end

    # What is wrong, without the value that is.
    def says(told, steps)
      keyword = told.keyword
      return "#{steps.last} is missing" if keyword == 'required'
      return 'not allowed in an answer' if forbidden?(told)
      return "#{undeclared(told).join(', ')} is not declared" if closed?(told)
      return "breaks #{keyword}" if WHOLE.include?(keyword)

      "#{'null, ' if told.value.nil?}expected #{keyword} #{Containment.shown(told.limit)}"
    end

    def line(told, path)
      keyword = told.keyword
      return "#{path} is missing" if keyword == 'required'
      return "#{path} has #{undeclared(told).join(', ')}, which the contract does not declare" if closed?(told)

      value = Masking.secret_name?(path) ? '***' : Containment.shown(told.value)
      return "#{path} is #{value}, but the contract does not allow it in an answer" if forbidden?(told)
      return "#{path} is #{value}, which breaks #{keyword}" if WHOLE.include?(keyword)

      "#{path} is #{value}, expected #{keyword} #{Containment.shown(told.limit)}"
    end

    def forbidden?(told)
      told.keyword == 'not' && told.limit == NEVER
    end

    def closed?(told)
      told.keyword == 'additionalProperties' && told.limit == false
    end

    def undeclared(told)
      patterns = told.schema.fetch('patternProperties', {}).keys
      declared = told.schema.fetch('properties', {})
      told.value.keys.reject do |name|
        declared.key?(name) || patterns.any? { |pattern| Assertions.matches?(pattern, name) }
      end
    end
  end
end
