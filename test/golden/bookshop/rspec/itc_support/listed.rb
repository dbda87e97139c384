# frozen_string_literal: true

require 'time'
require_relative 'containment'
require_relative 'pending'
require_relative 'values'
require_relative 'wire'

module Itc
  # What is promised of the items of a list: for whatever has a `status`, the `items(at)` of a list
  # and what it is `called(at)`, as its `whole(at)` too, and fails where it should `expect(problems)`.
  module Listed
    # No such member, which is not the member `null`.
    NOTHING = Object.new.freeze

    # Seconds before the next look for a thing: many a list is right only after a while.
    PAUSES = [0.0, 0.1, 0.2, 0.4, 0.8, 1.6].freeze

    # Whether a member is what a filter asks for. A query is text: `7` and `"7"` are equal.
    RELATIONS = {
      equals: ->(value, wanted) { Listed.equal?(value, wanted) },
      at_least: ->(value, wanted) { !Json.number?(value) || value >= wanted },
      at_most: ->(value, wanted) { !Json.number?(value) || value <= wanted },
      contains: ->(value, wanted) { Listed.contain?(value, wanted) }
    }.freeze

    # How what is wanted is told, in front of the value.
    WANTED = { equals: '', at_least: 'at least ', at_most: 'at most ', contains: 'what contains ' }.freeze

    # Texts with the digits of one number, where each digit is `#`.
    NUMBERED = /\A(?![-+])[^#]*#+(\.#+)?[^#]*\z/.freeze

    MOMENT = /\A(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d:\d\d:\d\d)(\.\d+)?([Zz]|[+-]\d\d:\d\d))?\z/.freeze

    # Fails unless the array at the JSON Pointer has an item that contains `item`.
    def lists(item, at: '')
      item = Json.plain(item)
      items = items(at)
      unless items.any? { |candidate| Containment.contains?(item, candidate) }
        few = "none of its #{items.size} items contains #{Containment.shown(item)}"
        expect(["#{whole(at)} does not list it: #{few}"])
      end
      self
    end

    # Fails if the array at the JSON Pointer has an item that contains `item`.
    def lacks(item, at: '')
      item = Json.plain(item)
      index = items(at).index { |candidate| Containment.contains?(item, candidate) }
      expect(["#{called(at)}[#{index}] is still there: #{Containment.shown(item)}"]) if index
      self
    end

    # Fails unless all items that have the member have it in relation to a value.
    #
    # The member is a JSON Pointer. The relation is one of `equals`, `at_least`, `at_most` and
    # `contains`; `equals` and `contains` know no upper and lower case.
    def every(member, at: '', **relation)
      (name, wanted), = relation.to_a
      items(at).each_with_index do |item, index|
        value = Listed.member_of(item, member)
        next if value.equal?(NOTHING) || RELATIONS.fetch(name).call(value, wanted)

        place = "#{called(at)}[#{index}]#{Listed.path_of(member, '')}"
        expected = "#{WANTED.fetch(name)}#{Containment.shown(wanted)}"
        expect(["#{place} is #{Containment.shown(value)}, expected #{expected}"])
      end
      self
    end

    # Fails unless the items are in the order of a member, a JSON Pointer.
    #
    # Only what all collations agree on is compared: numbers, points in time, texts of the letters a
    # to z alone, and texts that differ in digits alone, each with each of its kind. Whatever else
    # stands between them is passed over; where no two can be compared, nothing is told.
    def sorted(member, descending: false, at: '')
      before = {}
      compared = 0
      items(at).each_with_index do |item, index|
        value = Listed.member_of(item, member)
        kind, key = Listed.sort_key(value)
        next if kind.nil?

        compared += 1 if before.key?(kind)
        last_key, last, last_index = before.fetch(kind, [key, value, index])
        order = key <=> last_key
        if descending ? order.positive? : order.negative?
          place = "#{called(at)}[#{index}]#{Listed.path_of(member, '')}"
          behind = "#{Containment.shown(value)}, behind #{Containment.shown(last)} of item #{last_index}"
          expect(["#{place} is #{behind}: that is not #{descending ? 'descending' : 'ascending'}"])
        end
        before[kind] = [key, value, index]
      end
      incomparable(member) if compared.zero? && (200..299).cover?(status)
      self
    end

    # Fails where a success lists something all the same.
    def lists_nothing(at: '')
      if (200..299).cover?(status)
        items = items(at)
        expect(["#{called(at)} has #{items.size} items, expected none"]) unless items.empty?
      end
      self
    end

    private

    def incomparable(member)
      Pending.tell("no two items have a #{Listed.path_of(member, '')[1..]} that can be compared")
    end

    class << self
      # What a JSON Pointer leads to; `NOTHING` where there is no such member.
      def member_of(item, pointer)
        Values.at(item, pointer)
      rescue IndexError, ArgumentError
        NOTHING
      end

      # A JSON Pointer as failures write it: `body.items`.
      def path_of(pointer, start = 'body')
        start + pointer.split('/', -1).drop(1).map { |part| ".#{part}" }.join
      end

      def equal?(value, wanted)
        return value == wanted if Json.number?(value) && Json.number?(wanted)

        folded(value) == folded(wanted)
      end

      def contain?(value, wanted)
        return value.any? { |item| equal?(item, wanted) } if value.is_a?(Array)

        folded(value).include?(folded(wanted))
      end

      # What of a value has the same order everywhere; nothing of the rest.
      def sort_key(value)
        return [:number, value] if Json.number?(value)
        return unless value.is_a?(String)
        return [:text, value] if value.match?(/\A[a-z]+\z/)

        day, clock, fraction, zone = MOMENT.match(value)&.captures
        return by_digits(value) if day.nil?
        return [:day, day] if clock.nil?

        [:time, [Time.iso8601("#{day}T#{clock}#{zone.upcase}").to_i, fraction.to_f]]
      rescue ArgumentError
        nil
      end

      # Texts that are alike but for the digits of one number, of one length in all.
      def by_digits(value)
        shape = value.gsub(/[0-9]/, '#')
        [shape, value] if !value.include?('#') && shape.match?(NUMBERED)
      end

      private

      def folded(value)
        Wire.written(value).downcase(:fold)
      end
    end
  end
end
