# frozen_string_literal: true

require 'base64'

module Itc
  # Where the credentials of a request go: contract.json says how each scheme travels.
  module Credentials
    # What is of the right kind, and nobody ever got it.
    BROKEN = 'not-a-credential'

    # Where the credentials of one request go; and whose they are, where they are good ones.
    Attached = Struct.new(:headers, :query, :cookies, :schemes, :holder) do
      def self.empty(schemes = [], holder = nil)
        new({}, {}, {}, schemes, holder)
      end

      # Both; of two in the same place, the other's.
      def merge(other)
        Attached.new(headers.merge(other.headers), query.merge(other.query), cookies.merge(other.cookies), [], nil)
      end
    end

    NONE = Attached.empty.freeze

    module_function

    # Puts the credentials (by the names of their schemes) where the schemes say.
    def attach(schemes, values, holder = nil)
      attached = Attached.empty(values.keys, holder)
      values.each do |name, value|
        scheme = schemes.fetch(name, { 'type' => 'http', 'scheme' => 'bearer' })
        if scheme['type'] == 'apiKey'
          places = { 'header' => attached.headers, 'query' => attached.query, 'cookie' => attached.cookies }
          places.fetch(scheme['in'])[scheme['name']] = value
        else
          header = authorization(authorization_scheme(scheme), value)
          attached.headers['Authorization'] = header if header
        end
      end
      attached
    end

    # The HTTP authentication scheme (RFC 9110 §11.1) of the header Authorization, if any.
    def authorization_scheme(scheme)
      return scheme['scheme'] if scheme['type'] == 'http'

      'bearer' if %w[oauth2 openIdConnect].include?(scheme['type'])
    end

    # RFC 7617 §2: Base64 of `user:password`; what is malformed is no Base64 at all.
    def basic(value)
      return '!' if value == BROKEN

      Base64.strict_encode64(value.include?(':') ? value : "#{value}:#{value}")
    end

    def authorization(word, value)
      return if word.nil?
      # The whole header, as some set-ups keep it.
      return value if value.to_s.downcase.start_with?("#{word} ")

      word == 'basic' ? "Basic #{basic(value)}" : "#{word.capitalize} #{value}"
    end
  end
end
