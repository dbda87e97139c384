# frozen_string_literal: true

require_relative 'matchers'
require_relative 'unique'
require_relative 'values'

module Itc
  # What examples speak of: who calls the API, what is expected of it, and what requests are made of.
  module Helpers
    include Matchers

    # The API, called with your credentials.
    def api
      Itc.session.client('user')
    end

    # The API, called without a credential.
    def anonymous
      Itc.session.client('anonymous')
    end

    # The API, called with a credential that nobody ever got.
    def malformed
      Itc.session.client('malformed')
    end

    # The API, called with your credential under the name of another scheme.
    def wrong_scheme
      Itc.session.client('wrong-scheme')
    end

    # The API, called with a credential that was good once.
    def expired
      Itc.session.client('expired')
    end

    # The API, called by another user of the same standing.
    def stranger
      Itc.session.client('stranger')
    end

    # The API, called by somebody without the scope or role that an operation needs.
    def lesser
      Itc.session.client('lesser')
    end

    # A copy of the value without some members or items, left out one after the other.
    def without(value, *pointers)
      Values.without(value, *pointers)
    end

    # A copy of the value with one member or item changed or added.
    def changed(value, pointer, new)
      Values.changed(value, pointer, new)
    end

    # Text that no other call and no other run has: each `#` becomes a digit; `as: :integer` is the
    # number that is written so.
    def unique(template, as: nil)
      Values.number(Unique.text(template), as)
    end

    # A value that only the set-up knows; the example is skipped where there is none.
    #
    # `default` is what itc.yaml gives for it. `as` is `:integer` or `:number` where a body wants
    # one: the environment has texts alone.
    def seed(name, as: nil, default: nil)
      given = Itc.setup.seeds.find { |one, _| one.to_s == name }&.last
      value = given.nil? ? default : given
      Pending.tell("`seeds` in spec_helper.rb has no value for '#{name}'") if value.nil?
      value.is_a?(String) ? Values.number(value, as) : value
    end

    # A file to send: its name, its media type, and its text or bytes.
    def upload(name, media_type, text = '', base64: nil)
      Values.upload(name, media_type, text, base64: base64)
    end
  end
end
