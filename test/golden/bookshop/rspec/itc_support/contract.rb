# frozen_string_literal: true

require_relative 'broken_schema'
require_relative 'checker'
require_relative 'json'
require_relative 'usable_schemas'

module Itc
  # contract.json: what each operation promises, and where an answer breaks it.
  class Contract
    attr_reader :operations, :schemes, :base_path, :unread_patterns

    def self.load(folder)
      new(Json.parse(File.read(File.join(folder, 'contract.json'), encoding: 'UTF-8')))
    end

    def initialize(document)
      @unread_patterns = {}
      @document = UsableSchemas.new(@unread_patterns).of(document)
      @operations = @document.fetch('operations')
      @schemes = @document.fetch('securitySchemes')
      @base_path = @document.fetch('basePath', '')
      @checker = Checker.new(@document)
      @lines = BrokenSchema.new(@document.fetch('$defs', {}))
    end

    # The key and the promise for a status: its own, its class's, the default; nil for none.
    def promise(operation, status)
      responses = operations.dig(operation, 'responses') || {}
      key = [status.to_s, "#{status / 100}XX", 'default'].find { |one| responses.key?(one) }
      key && [key, responses[key]]
    end

    # The security alternatives of an operation.
    #
    # Of a method that the path does not declare: those of the first that it does, since a server
    # may ask who calls before it looks for the method.
    def security(operation)
      path = operation.split(' ', 2).last
      declared = operations.select { |key, _| key.split(' ', 2).last == path }
      (declared[operation] || declared.values.first || {}).fetch('security', [])
    end

    # One line for each place where the value breaks the schema.
    def broken_schema(value, schema, path)
      @lines.of(@checker.broken(value, schema), path)
    end

    # The same for a schema that is none of the contract's.
    def broken(value, schema, path)
      broken_schema(value, UsableSchemas.new(@unread_patterns).of(Json.plain(schema)), path)
    end

    # The same for a body that is no JSON: it is text, or the scalar written in it.
    #
    # A schema of objects or arrays speaks of what a parser would make of the text, such as XML,
    # and is not checked.
    def broken_text(text, schema, path)
      readings = Contract.scalars(text).map { |value| @checker.broken(value, schema) }
      return [] if readings.any?(&:empty?) || readings[0].any? { |one| wants_structure?(one) }

      @lines.of(readings[0], path)
    end

    # `Application/JSON; charset=utf-8` → `application/json`
    def self.media_type(header)
      header.split(';', 2).first.to_s.strip.downcase
    end

    # Whether a media type is JSON (RFC 6839: or ends with +json).
    def self.json?(media)
      media.end_with?('/json', '+json')
    end

    # The media type or range of a promise that an answer's media type belongs to.
    def self.declared_media(content, media)
      ranges = content.keys.sort_by { |key| [key.count('*'), -key.size] }
      ranges.find { |key| fits?(key, media) }
    end

    # `*` stands for any characters.
    def self.fits?(range, media)
      parts = media_type(range).split('*', -1).map { |part| Regexp.escape(part) }
      media.match?(/\A#{parts.join('.*')}\z/)
    end

    # The values that the text of a header may stand for, as schemas speak of them.
    def self.header_readings(text)
      [*scalars(text), text.split(',', -1).map(&:strip), *structures(text)]
    end

    # JSON, as many a server writes what is no scalar.
    def self.structures(text)
      text.match?(/\A\s*[{\[]/) ? [Json.parse(text)] : []
    rescue Json::Unreadable
      []
    end

    # The text, and what else it may stand for: a boolean or a number.
    def self.scalars(text)
      case word = text.strip
      when 'true', 'false' then [text, word == 'true']
      when /\A-?\d+\z/ then [text, Integer(word, 10)]
      when /\A-?\d+(\.\d+)?([eE][+-]?\d+)?\z/ then [text, Float(word)]
      else [text]
      end
    end

    private

    def wants_structure?(broken)
      if %w[anyOf oneOf].include?(broken.keyword)
        alternatives = broken.alternatives || []
        return !alternatives.empty? && alternatives.all? { |one| wants_structure?(one) }
      end
      broken.keyword == 'type' && ([*broken.limit] - %w[object array]).empty?
    end
  end
end
