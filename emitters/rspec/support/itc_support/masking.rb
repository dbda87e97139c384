# frozen_string_literal: true

require_relative 'json'
require_relative 'wire'

module Itc
  # Keeps credentials out of everything that is printed.
  module Masking
    NAME = /passw|passphrase|pwd|secret|token|credential|api[-_]?key|authorization|cookie/i.freeze
    MASK = '***'

    # What is at least so long is no part of another word by chance.
    SURE = 4

    module_function

    # Whether what has this name is not to be shown.
    def secret_name?(name)
      name.split(/[.\[]/).last.to_s.match?(NAME)
    end

    # JSON with the members masked that are named like a secret.
    def mask_value(value)
      case value
      when Hash
        value.to_h { |name, item| [name, hides?(name, item) ? MASK : mask_value(item)] }
      when Array then value.map { |item| mask_value(item) }
      else value
      end
    end

    # A body with the members masked that are named like a secret.
    def mask_body(text)
      value = Json.parse(text)
      masked = mask_value(value)
      masked == value ? text : Json.write(masked)
    rescue Json::Unreadable
      text.gsub(/([\w.-]+)=([^&\s]*)/) do |pair|
        name = pair.split('=', 2).first
        secret_name?(name) ? "#{name}=#{MASK}" : pair
      end
    end

    # Text without the given credentials, however they are written in it.
    #
    # One of fewer than four characters is part of many words: it goes where it is a whole value,
    # in quotation marks, behind `=` or behind `Bearer`. What a request carries is masked by its
    # place (the header, cookie or query parameter) before it comes here.
    def mask_secrets(text, secrets)
      secrets.reject(&:empty?).sort_by { |secret| -secret.size }.reduce(text) do |masked, secret|
        spellings = [secret, Json.write(secret)[1..-2], Wire.encoded(secret, '-._~')].uniq
        spellings.reduce(masked) { |rest, spelling| without_spelling(rest, spelling, secret) }
      end
    end

    def without_spelling(text, spelling, secret)
      return text.gsub(spelling) { MASK } if secret.size >= SURE

      whole = /(["'=]|\b(?:basic|bearer|token) )#{Regexp.escape(spelling)}(?=["'&\s]|\z)/i
      text.gsub(whole) { Regexp.last_match(1) + MASK }
    end

    # An empty value is no secret.
    def hides?(name, item)
      secret_name?(name) && ![nil, false, 0, '', [], {}].include?(item)
    end
  end
end
