# frozen_string_literal: true

require_relative 'credentials'
require_relative 'holder'
require_relative 'pending'
require_relative 'report'

module Itc
  # Who has which credential: the set-up says it, for each actor and security scheme.
  class Keyring
    # What is never to be shown.
    attr_reader :secrets

    # @param anonymous gives a client without credentials, to log in with
    def initialize(schemes, credentials, others, &anonymous)
      @secrets = []
      @schemes = schemes
      @anonymous = anonymous
      @user = holder(credentials)
      @others = others.to_h { |name, given| [name.to_s, holder(given)] }
      @ended = {}
    end

    def inspect
      "#<#{self.class} of #{@schemes.keys.join(', ')}>"
    end

    # What an actor sends to an operation; it is pending where it has no credential for it.
    def of(actor, operation, alternatives)
      return Credentials::NONE if alternatives.empty? || actor == 'anonymous'
      return malformed(operation, alternatives) if actor == 'malformed'

      found = good_or_bad(actor, alternatives)
      return found if found

      %w[user wrong-scheme].include?(actor) ? lacks(alternatives) : unnamed(actor, alternatives)
    end

    # What an example holds in its hands.
    def held(values)
      values.each_value { |value| remember(value) }
      Credentials.attach(@schemes, values.transform_keys(&:to_s))
    end

    private

    def good_or_bad(actor, alternatives)
      case actor
      when 'user' then good(@user, alternatives)
      when 'wrong-scheme' then wrong_scheme(alternatives)
      when 'expired' then expired(alternatives)
      when 'stranger' then @others['stranger'] && good(@others['stranger'], alternatives)
      when 'lesser' then lesser(alternatives)
      end
    end

    def good(holder, alternatives)
      values = holder.choices(alternatives).find { |each| !each.value?(nil) }
      values && Credentials.attach(@schemes, values, holder)
    end

    # Credentials of the right kind that nobody ever got.
    def malformed(operation, alternatives)
      names = alternatives.map { |one| names_of(one) }.find { |each| each.any? && each.none? { |n| certificate?(n) } }
      raise Pending, "#{operation} takes no credential that could be malformed" if names.nil?

      Credentials.attach(@schemes, names.to_h { |name| [name, Credentials::BROKEN] })
    end

    # The user's credential, under the name of a scheme that the operation lacks.
    def wrong_scheme(alternatives)
      words = alternatives.flat_map { |one| names_of(one) }.uniq.filter_map do |name|
        [name, Credentials.authorization_scheme(@schemes[name])] if @schemes.key?(name)
      end.to_h
      found = good(@user, alternatives.select { |one| names_of(one).any? { |name| words[name] } }) or return
      other = (%w[basic bearer digest hoba] - words.values).first
      value = found.headers.fetch('Authorization').split(' ', 2).last
      header = { 'Authorization' => "#{other.capitalize} #{value}" }
      Credentials::Attached.new(found.headers.merge(header), found.query, found.cookies, [], nil)
    end

    # What the set-up gives, else the user's own log-in, after logging out.
    def expired(alternatives)
      alternatives.each do |alternative|
        old = names_of(alternative).to_h { |name| [name, @others['expired']&.value(name) || ended(name)] }
        rest = alternative.select { |one| old[one['scheme']].nil? }
        next if rest.size == alternative.size

        others = rest.empty? ? Credentials::NONE : good(@user, [rest])
        return others.merge(Credentials.attach(@schemes, old.compact)) if others
      end
      nil
    end

    def ended(name)
      source = @user.log_in(name)
      if !@ended.key?(name) && source&.can_end?
        @ended[name] = source.ended(@anonymous.call, name)
        remember(@ended[name])
      end
      @ended[name]
    end

    # Somebody whose scopes open none of the alternatives.
    def lesser(alternatives)
      named = @others['lesser']
      [named, @user].compact.product(alternatives).each do |holder, alternative|
        values = names_of(alternative).to_h do |name|
          [name, holder.lesser_value(name, alternatives, may_be_whole: holder.equal?(named))]
        end
        return Credentials.attach(@schemes, values, holder) if values.any? && !values.value?(nil)
      end
      nil
    end

    def lacks(alternatives)
      missing = alternatives.map { |one| names_of(one).map { |name| "'#{name}'" }.join(' and ') }.join(' or ')
      names = alternatives.flat_map { |one| names_of(one) }.uniq
      raise Pending, "`credentials` in spec_helper.rb has none for #{missing}#{@user.lacking(names)}"
    end

    def unnamed(actor, alternatives)
      names = names_of(alternatives[0])
      line = names.map { |name| "\"#{name}\": ..." }.join(', ')
      named = @others[actor]
      raise Pending, "`others` in spec_helper.rb is to name the actor '#{actor}', as in " \
                     "{\"#{actor}\": {#{line}}}#{named&.lacking(names)}"
    end

    def holder(given)
      Holder.new(given, method(:resolve))
    end

    # A credential as it is sent; of a log-in, what it returns.
    def resolve(name, given)
      return if given.is_a?(LogIn) && !given.missing.empty?

      value = given.respond_to?(:call) ? given.call(@anonymous.call) : given
      value = value.join(':') if value.is_a?(Array)
      return if value.nil? || value == ''

      remember(value) unless certificate?(name)
      value
    end

    def remember(value)
      value = value.to_s
      parts = value.split.select { |part| part.size > 8 }
      @secrets.push(value, Credentials.basic(value), *parts, *value.split(':', -1).drop(1)).uniq!
    end

    def certificate?(name)
      @schemes.dig(name, 'type') == 'mutualTLS'
    end

    def names_of(alternative)
      alternative.map { |requirement| requirement['scheme'] }
    end
  end
end
