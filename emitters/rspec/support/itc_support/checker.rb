# frozen_string_literal: true

require_relative 'applicators'
require_relative 'assertions'

module Itc
  # Where a value breaks a schema of JSON Schema 2020-12: what a validator would tell, in an order
  # and in words that are the same in every language. Formats are asserted.
  class Checker
    include Applicators

    # A broken keyword: its place in the value (names and indexes from the value that was checked),
    # the keyword and its own value, the part of the value that breaks it, the schema; and for
    # alternatives, what is wrong with each.
    Broken = Struct.new(:path, :keyword, :limit, :value, :schema, :alternatives)

    # What `false` says.
    NOTHING_FITS = { 'not' => {} }.freeze

    # @param document what `$ref`s point into
    def initialize(document)
      @document = document
      @referred = {}
    end

    # All that is broken.
    def broken(value, schema)
      return [] if schema == true
      return broken(value, NOTHING_FITS) if schema == false

      schema.flat_map do |keyword, limit|
        if (kept = Assertions::KEPT[keyword])
          kept.call(limit, value) ? [] : [Broken.new([], keyword, limit, value, schema)]
        elsif APPLICATORS.key?(keyword)
          send(APPLICATORS.fetch(keyword), limit, value, schema)
        else
          []
        end
      end
    end

    def fits?(value, schema)
      broken(value, schema).empty?
    end

    private

    # What is broken below a name or an index.
    def below(step, value, schema)
      broken(value, schema).each { |one| one.path.unshift(step) }
    end

    def itself(keyword, value, schema, **more)
      limit = more.fetch(:limit) { schema[keyword] }
      [Broken.new(more.fetch(:path, []), keyword, limit, value, schema, more[:alternatives])]
    end

    # The schema that a `$ref` points to (RFC 6901 §6).
    def referred(pointer)
      @referred[pointer] ||= Values.at(@document, Wire.decoded(pointer.delete_prefix('#')))
    end
  end
end
