# frozen_string_literal: true

require_relative 'patterns'

module Itc
  # The schemas of a contract as Ruby can check them.
  class UsableSchemas
    # Keywords whose values are no schemas, whatever they look like.
    DATA = %w[const enum].freeze

    # @param unread takes the patterns that Ruby cannot read, and why
    def initialize(unread)
      @unread = unread
    end

    def of(node)
      case node
      when Array then node.map { |item| of(item) }
      when Hash then usable(node)
      else node
      end
    end

    private

    def usable(node)
      made = node.to_h { |name, item| [name, DATA.include?(name) ? item : of(item)] }
      read?(made['pattern']) if made['pattern'].is_a?(String)
      # What may not be there is told in words of its own.
      made['properties'] = closed(made['properties']) if made['properties'].is_a?(Hash)
      made['patternProperties'].is_a?(Hash) ? without_unread(made) : made
    end

    def closed(properties)
      properties.transform_values { |schema| schema == false ? { 'not' => {} } : schema }
    end

    # What a pattern says that nobody can read, says nothing of other members either.
    def without_unread(node)
      read = node['patternProperties'].select { |pattern, _| read?(pattern) }
      return node if read.size == node['patternProperties'].size

      node.merge('patternProperties' => read).except('additionalProperties', 'unevaluatedProperties')
    end

    def read?(pattern)
      Patterns.compiled(pattern)
      true
    rescue RegexpError => e
      @unread[pattern] = e.message.sub(/: .*\z/m, '')
      false
    end
  end
end
