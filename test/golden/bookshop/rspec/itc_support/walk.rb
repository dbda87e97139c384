# frozen_string_literal: true

require_relative 'listed'
require_relative 'report'
require_relative 'turns'
require_relative 'wire'

module Itc
  # A list, whose pages are asked for one after the other.
  #
  # What others do to the list meanwhile is no fault: a thing that is not found, and two pages that
  # have the same item, are looked at again before they are judged.
  class Walk
    include Listed

    # How many pages are looked at to see how they are cut.
    FIRST_PAGES = 10
    # How many pages of the greatest size are looked through for a thing.
    ALL_PAGES = 200
    # How often a list is walked that others may be changing, until no item comes twice.
    ATTEMPTS = 10

    # @param items where a page has its array, a JSON Pointer
    # @param key what tells items from others, a JSON Pointer
    # @param size the query parameter that says how many items a page has, and `most` its greatest
    # @param turn how the next page is asked for, see Turns
    # @param ask asks for the page of a query
    def initialize(query, items: '', key: nil, size: nil, most: nil, **turn, &ask)
      @ask = ask
      @query = query
      @place = items
      @key = key
      @size = size
      @most = most
      @turn = Turns.of(size: size, key: key, **turn)
      # Many a server refuses to answer for what is beyond the last page.
      @may_be_refused = turn.key?(:offset) || turn.key?(:page)
      @keys = []
      @seen = []
    end

    def inspect
      "#<walk through #{@seen.size} items>"
    end

    # The status of the last page.
    def status
      @answer.status
    end

    # Fails unless every page is what the contract promises, and no item comes twice.
    #
    # `expected` are statuses, as of one answer. No page has more items than it was asked for.
    def conforms(*expected)
      @expected = expected
      walks = []
      ATTEMPTS.times do
        go(@query, FIRST_PAGES)
        return self if @problems.empty?

        walks << @keys
      end
      # What others add and remove between two pages shifts them, and may do so twice in the same
      # way. It does not do so every time.
      expect(@problems) if walks.count(@keys) * 2 > walks.size
      @answer.find('changes too quickly to see how its pages are cut')
      self
    end

    # Fails unless some page has an item that contains `item`.
    def lists(item, at: '')
      until_seen { super }
    end

    # Fails if some page has an item that contains `item`: a part of the list shows it as well.
    def lacks(item, at: '')
      until_seen(is_partial: true) { super }
    end

    # Fails where there are problems.
    def expect(problems)
      @answer.expect(problems)
    end

    # The items of all pages.
    def items(_at)
      @seen
    end

    private

    # Does a check of what has been seen, and again after each of some more walks.
    #
    # Only a list that has too many small pages is looked through in large ones: there might be
    # nothing wrong with those. What fails in the end is a fault where all of the list was seen, or
    # where it `is_partial`.
    def until_seen(is_partial: false)
      PAUSES.each do |pause|
        return yield
      rescue ContractBroken
        sleep(pause)
        go_again
      end
      begin
        return yield
      rescue ContractBroken
        raise if @is_whole || is_partial
      end
      @answer.find('has too many pages to look through them for a thing')
      self
    end

    def go_again
      go(@query, FIRST_PAGES)
      go(@most ? @query.merge(@size => @most) : @query, ALL_PAGES) unless @is_whole
    end

    def go(query, most_pages)
      @seen = []
      @keys = []
      @problems = []
      @is_whole = false
      @pages = {}
      most_pages.times do
        query = turn(query)
        break @is_whole = true if query.nil?
      end
    end

    # Looks at a page, and returns the query of the next one; nil where there is none.
    def turn(query)
      answer = @ask.call(query)
      return if @keys.any? && @may_be_refused && (400..499).cover?(answer.status)

      @answer = answer.conforms(*@expected)
      items = answer.items(@place)
      judge_size(items, query)
      keys = items.map { |item| key_of(item) }
      return if keys == @keys.last

      note(items, keys)
      @turn.call(query, answer, items)
    end

    def note(items, keys)
      number = @keys.size + 1
      keys.compact.each do |key|
        page = @pages[key] ||= number
        @problems << "an item is on page #{page} and on page #{number}: #{key}" if page != number
      end
      @seen += items
      @keys << keys
    end

    def judge_size(items, query)
      most = query[@size]
      return if most.nil? || items.size <= Integer(most)

      expect(["a page has #{items.size} items, where #{@size} is #{most}"])
    end

    def key_of(item)
      key = @key.nil? ? NOTHING : Listed.member_of(item, @key)
      key.equal?(NOTHING) ? nil : Wire.written(key)
    end

    def called(_at)
      Listed.path_of(@place)
    end

    def whole(at)
      called(at) + (@keys.size > 1 ? " of #{@keys.size} pages" : '')
    end
  end
end
