# frozen_string_literal: true

require_relative 'log_in'

module Itc
  # What one actor has: by scheme a credential or a log-in, or by scopes several.
  #
  # A log-in is called once, and again when its credential has expired.
  class Holder
    # Which credential was picked: how far behind in the set-up it stands, and its scopes.
    Picked = Struct.new(:rank, :scopes)

    def initialize(given, resolver)
      @given = given.transform_keys(&:to_s)
      @resolver = resolver
      @known = {}
      @lock = Monitor.new
    end

    # Credentials for each alternative; first those that stand first in the set-up.
    def choices(alternatives)
      ranked = alternatives.each_with_index.filter_map do |alternative, index|
        picked = alternative.to_h { |one| [one['scheme'], pick(one['scheme'], one['scopes'])] }
        [picked.values.map(&:rank).max || 0, index, picked] unless picked.value?(nil)
      end
      ranked.sort_by { |rank, index, _| [rank, index] }.lazy.map do |_, _, picked|
        picked.to_h { |name, one| [name, value_of(name, one.scopes)] }
      end
    end

    # The first credential for a scheme.
    def value(name)
      picked = pick(name, [])
      picked && value_of(name, picked.scopes)
    end

    # A credential that opens no alternative; the only one, where that is said of it.
    def lesser_value(name, alternatives, may_be_whole:)
      entries(name).each do |scopes|
        next if scopes.nil? && !may_be_whole
        next if scopes && opens?(name, scopes.split, alternatives)

        value = value_of(name, scopes)
        return value if value
      end
      nil
    end

    # The first log-in for a scheme that could be made.
    def log_in(name)
      entries(name).map { |scopes| source(name, scopes) }
                   .find { |given| given.is_a?(LogIn) && given.missing.empty? }
    end

    # Whether there is a log-in to be called again.
    def forget(names)
      @lock.synchronize do
        expired = @known.keys.select { |name, scopes| names.include?(name) && source(name, scopes).respond_to?(:call) }
        expired.each { |key| @known.delete(key) }
        !expired.empty?
      end
    end

    # What the environment does not say of who logs in, as the end of a sentence.
    def lacking(names)
      log_ins = names.flat_map { |name| entries(name).map { |scopes| [name, source(name, scopes)] } }
      log_ins.select { |_, given| given.is_a?(LogIn) && !given.missing.empty? }
             .map { |name, given| "; its log-in for '#{name}' has no #{given.missing.join(' and no ')}" }
             .join
    end

    private

    def opens?(name, scopes, alternatives)
      alternatives.flatten(1).any? { |one| one['scheme'] == name && (one['scopes'] - scopes).empty? }
    end

    def pick(name, wanted)
      entries(name).each_with_index do |scopes, rank|
        return Picked.new(rank, scopes) if scopes.nil? || (wanted - scopes.split).empty?
      end
      nil
    end

    # The scopes of each credential for a scheme; nil: it is good for all of them.
    def entries(name)
      given = @given[name]
      return given.compact.keys.map(&:to_s) if given.is_a?(Hash)

      given.nil? ? [] : [nil]
    end

    def source(name, scopes)
      given = @given[name]
      scopes.nil? ? given : given.transform_keys(&:to_s).fetch(scopes)
    end

    def value_of(name, scopes)
      @lock.synchronize do
        key = [name, scopes]
        @known[key] = @resolver.call(name, source(name, scopes)) unless @known.key?(key)
        @known[key]
      end
    end
  end
end
