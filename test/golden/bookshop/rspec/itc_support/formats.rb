# frozen_string_literal: true

require 'date'
require 'ipaddr'

module Itc
  # The formats that are checked: the same in every language.
  module Formats
    DAY = /\A\d{4}-\d\d-\d\d\z/.freeze

    # RFC 3339 §5.6, in capitals.
    CLOCK = /(?:[01]\d|2[0-3]):[0-5]\d/.freeze
    MOMENT = /\A(?<day>\d{4}-\d\d-\d\d)T#{CLOCK}:[0-5]\d(?:\.\d+)?(?:Z|[+-]#{CLOCK})\z/.freeze

    UUID = /\A\h{8}-\h{4}-\h{4}-\h{4}-\h{12}\z/.freeze

    OCTET = /(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)/.freeze
    IPV4 = /\A#{OCTET}(?:\.#{OCTET}){3}\z/.freeze

    # RFC 3986 §3, each part as far as characters go.
    CHARACTER = /(?:[\w.~!$&'()*+,;=:@-]|%\h\h)/.freeze
    AUTHORITY = /(?:(?:[\w.~!$&'()*+,;=:-]|%\h\h)*@)?(?:\[[\h:.]+\]|(?:[\w.~!$&'()*+,;=-]|%\h\h)*)(?::\d*)?/.freeze
    URI = %r{
      \A[A-Za-z][A-Za-z\d+.-]*:
      (?://#{AUTHORITY}(?:/#{CHARACTER}*)*|/(?:#{CHARACTER}+(?:/#{CHARACTER}*)*)?|#{CHARACTER}+(?:/#{CHARACTER}*)*|)
      (?:\?(?:#{CHARACTER}|[/?])*)?(?:\#(?:#{CHARACTER}|[/?])*)?\z
    }x.freeze

    CHECKS = {
      'date' => ->(text) { text.match?(DAY) && day?(text) },
      'date-time' => ->(text) { (found = MOMENT.match(text.upcase)) && day?(found[:day]) },
      'email' => ->(text) { text.include?('@') },
      'uuid' => ->(text) { text.match?(UUID) },
      'uri' => ->(text) { text.match?(URI) },
      'ipv4' => ->(text) { text.match?(IPV4) },
      'ipv6' => ->(text) { text.match?(/\A[\h:.]+\z/) && ipv6?(text) }
    }.freeze

    module_function

    # Whether a value is of the format; what is no text is, and so is all of a format unknown here.
    def of?(format, value)
      check = CHECKS[format]
      check.nil? || !value.is_a?(String) || (value.valid_encoding? && check.call(value)) ? true : false
    end

    def day?(text)
      year, month, day = text.split('-').map { |part| Integer(part, 10) }
      year.positive? && Date.valid_date?(year, month, day)
    end

    def ipv6?(text)
      IPAddr.new(text).ipv6?
    rescue IPAddr::Error
      false
    end
  end
end
