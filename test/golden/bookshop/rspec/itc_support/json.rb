# frozen_string_literal: true

require 'json'

module Itc
  # JSON as suites in every language read and write it.
  module Json
    # Text that is no JSON.
    class Unreadable < StandardError; end

    # How deep values may lie in each other.
    DEEPEST = 900

    # Half a surrogate pair, which UTF-8 does not have.
    SURROGATE = /\xED[\xA0-\xBF][\x80-\xBF]/n.freeze

    module_function

    # The value of a text. Numbers keep theirs, however big they are.
    def parse(text)
      raise Unreadable, 'it is not in UTF-8' unless text.valid_encoding?
      # The parser of Ruby passes over comments, which JSON does not have.
      raise Unreadable, 'it has a comment' if text.match?(%r{/[/*]}) && comment?(text)

      JSON.parse(text, max_nesting: DEEPEST)
    rescue JSON::ParserError
      raise Unreadable, 'its syntax is wrong'
    end

    # A value on one line, as short as it can be.
    def write(value)
      case value
      when Hash then "{#{value.map { |name, item| "#{quoted(name.to_s)}:#{write(item)}" }.join(',')}}"
      when Array then "[#{value.map { |item| write(item) }.join(',')}]"
      when nil then 'null'
      when true, false, Integer then value.to_s
      # One way to write them in every language: 1e+22.
      when Float then value.to_s.sub('.0e', 'e')
      else quoted(value.to_s)
      end
    end

    # The value as a parser gives it: members have texts for names.
    def plain(value)
      case value
      when Hash then value.to_h { |name, item| [name.to_s, plain(item)] }
      when Array then value.map { |item| plain(item) }
      when Symbol then value.to_s
      else value
      end
    end

    def number?(value)
      value.is_a?(Integer) || value.is_a?(Float)
    end

    # Half a surrogate pair can be written only as an escape.
    def quoted(text)
      return JSON.generate(text) if text.valid_encoding?

      parts = text.b.split(/(#{SURROGATE})/n)
      "\"#{parts.map { |part| part.match?(/\A#{SURROGATE}\z/n) ? escape(part) : inner(part) }.join}\""
    end

    def inner(bytes)
      JSON.generate(bytes.dup.force_encoding('UTF-8').scrub)[1..-2]
    end

    def escape(bytes)
      _, second, third = bytes.bytes
      format('\\u%<unit>04x', unit: 0xD000 | (second & 0x3F) << 6 | (third & 0x3F))
    end

    def comment?(text)
      text.gsub(/"(?:[^"\\]|\\.)*"/m, '').match?(%r{/[/*]})
    end
  end
end
