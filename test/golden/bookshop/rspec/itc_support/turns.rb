# frozen_string_literal: true

require_relative 'listed'
require_relative 'wire'

module Itc
  # How the next page of a list is asked for: the query after a query, or nil after the last.
  module Turns
    module_function

    # The turn that the arguments of `walk` describe, by the one that is given.
    def of(size:, key:, **by)
      case by.keys.first
      when :offset then by_offset(by[:offset], size)
      when :page then by_page(by[:page], by.fetch(:first, 1))
      when :cursor then by_cursor(by[:cursor], by[:at])
      when :after then by_last_item(by[:after], key)
      when :link then method(:by_link)
      when nil then ->(*) {}
      end
    end

    # A page may have fewer items than it was asked for, and not be the last one.
    def by_offset(name, size)
      lambda do |query, _, items|
        step = Integer(query.fetch(size, items.size))
        query.merge(name => Integer(query.fetch(name, 0)) + step) unless items.empty?
      end
    end

    def by_page(name, first)
      ->(query, _, items) { query.merge(name => Integer(query.fetch(name, first)) + 1) unless items.empty? }
    end

    def by_cursor(name, pointer)
      lambda do |query, answer, _|
        mark = Listed.member_of(answer.body, pointer)
        next if [Listed::NOTHING, nil, '', query[name]].include?(mark)
        next query_of(mark, query) if mark.is_a?(String) && mark.match?(%r{\A(?:[a-z]+://|/|\?)})

        query.merge(name => mark)
      end
    end

    def by_last_item(name, key)
      lambda do |query, _, items|
        last = items.empty? ? Listed::NOTHING : Listed.member_of(items.last, key)
        query.merge(name => last) unless last.equal?(Listed::NOTHING)
      end
    end

    # RFC 8288 §3
    def by_link(query, answer, _items)
      links = answer.headers.fetch('link', '').scan(/<([^>]*)>([^<]*)/)
      target, = links.find { |_, rest| rest.match?(/;\s*rel="?([^";]*\s)?next(\s[^";]*)?"?\s*([;,]|\z)/) }
      target && query_of(target, query)
    end

    # What a URL asks for, or nil where that is the same again.
    #
    # Its path is that of the list: a proxy may have given it another one.
    def query_of(url, query)
      found = Wire.read_query(Wire.query_of(url))
      found if !found.empty? && found != query
    end
  end
end
