# frozen_string_literal: true

require_relative 'wire'

module Itc
  # What came back: the status, the headers by their names in small letters, and the bytes.
  class Response
    attr_reader :status, :headers, :content

    # @param headers a list of values by name
    def initialize(status, headers, content)
      @status = status
      @lists = headers.transform_keys { |name| name.downcase }
      @headers = @lists.transform_values { |values| utf8(values.join(', ')) }
      @content = content
    end

    # The bytes as text, in the charset that the answer names, else in UTF-8.
    def text
      charset = headers.fetch('content-type', '')[/;\s*charset="?([^\s;"]+)/i, 1]
      @text ||= encoding(charset) ? content.encode('UTF-8', charset, invalid: :replace, undef: :replace) : utf8(content)
    end

    # The cookies that it sets, by name.
    def cookies
      pairs = @lists.fetch('set-cookie', []).map { |line| line.split(';', 2).first.to_s.split('=', 2) }
      pairs.to_h { |name, value| [name.to_s.strip, value.to_s.strip] }
    end

    private

    def encoding(charset)
      charset && !charset.casecmp?('utf-8') && Encoding.find(charset)
    rescue ArgumentError
      nil
    end

    def utf8(bytes)
      bytes.dup.force_encoding('UTF-8').scrub
    end
  end
end
