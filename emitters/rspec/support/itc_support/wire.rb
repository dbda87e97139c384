# frozen_string_literal: true

require 'uri'
require_relative 'json'

module Itc
  # How values are written into a request: paths, queries, cookies; and how URLs are read.
  module Wire
    # What else may stand in them beside letters and digits.
    PATH = '-._~,;='
    QUERY = '-._~,:'
    COOKIE = '!#$%&()*+-./:<=>?@[]^_`{|}~'

    module_function

    # A scalar as text: numbers and booleans as JSON writes them.
    def written(value)
      value.is_a?(String) ? value : Json.write(value)
    end

    # The path with its parameters put in.
    #
    # Unreserved characters and `,;=` stay (RFC 3986 §3.3); all others are percent-encoded.
    def fill_path(template, values)
      template.gsub(/\{([^{}]+)\}/) do |hole|
        next hole unless values.key?(name = hole[1..-2])

        text = written(values[name])
        ['.', '..'].include?(text) ? text.gsub('.', '%2E') : encoded(text, PATH)
      end
    end

    # The parameters with which the path of a URL ends as the template does, as texts; nil where
    # it does not. Whatever stands in front is the server's own business.
    def read_path(template, url)
      names = template.scan(/\{([^{}]+)\}/).flatten
      parts = template.split(/\{[^{}]+\}/, -1).map { |part| Regexp.escape(part) }
      found = %r{#{parts.join('([^/]+)')}/?\z}.match(path_of(url))
      found && names.zip(found.captures.map { |text| decoded(text) }).to_h
    end

    # The query with its question mark; a list repeats its name.
    def fill_query(values)
      pairs = values.flat_map do |name, value|
        (value.is_a?(Array) ? value : [value]).map do |item|
          "#{encoded(name.to_s, QUERY)}=#{encoded(written(item), QUERY)}"
        end
      end
      pairs.empty? ? '' : "?#{pairs.join('&')}"
    end

    # The Cookie header: what is no cookie-octet (RFC 6265 §4.1.1) is encoded.
    def fill_cookies(values)
      values.map { |name, value| "#{name}=#{encoded(written(value), COOKIE)}" }.join('; ')
    end

    # The values of a query by name: a text, or several.
    def read_query(query)
      pairs = query.split('&').reject(&:empty?).map do |pair|
        name, value = pair.tr('+', ' ').split('=', 2)
        [decoded(name), decoded(value.to_s)]
      end
      pairs.group_by(&:first).transform_values { |same| same.size > 1 ? same.map(&:last) : same[0].last }
    end

    # A reference as a URL (RFC 3986 §5).
    def join(base, reference)
      return reference if reference.match?(/\A[a-z][a-z\d+.-]*:/i)
      return origin_of(base) + reference if reference.match?(%r{\A/(?!/)})

      URI.join(base, reference).to_s
    rescue URI::Error
      reference
    end

    # `http://127.0.0.1:8000`
    def origin_of(url)
      url[%r{\A[a-z][a-z\d+.-]*://[^/?#]*}i].to_s
    end

    def path_of(url)
      url.sub(/\A[a-z][a-z\d+.-]*:/i, '').sub(%r{\A//[^/?#]*}, '')[/\A[^?#]*/]
    end

    def query_of(url)
      url[/\A[^?#]*\?([^#]*)/, 1].to_s
    end

    # A URL as it travels: what a template has that no URL may have is percent-encoded.
    def sendable(url)
      url.b.gsub(/[^\x21-\x7e]|["<>\\^`{|}]/n) { |byte| format('%%%02X', byte.ord) }
    end

    # Percent-encoding (RFC 3986 §2.1) of all that is no letter, no digit and not `kept`.
    def encoded(text, kept = '')
      text.b.gsub(/[^A-Za-z0-9#{Regexp.escape(kept)}]/n) { |byte| format('%%%02X', byte.ord) }
    end

    def decoded(text)
      text.b.gsub(/%\h\h/) { |code| code[1..].hex.chr }.force_encoding('UTF-8').scrub
    end
  end
end
