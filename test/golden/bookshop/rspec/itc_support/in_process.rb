# frozen_string_literal: true

require 'stringio'
require_relative 'response'
require_relative 'wire'

module Itc
  # A Rack application, called in process. What it raises is a 500, as on a server.
  class InProcess
    # Where frameworks keep an exception that they made a 500 of.
    KEPT = %w[sinatra.error action_dispatch.exception rack.exception].freeze

    attr_reader :base, :raised

    # @param prefix the path in front of its operations
    def initialize(app, prefix = '')
      require 'rack/mock' unless defined?(Rack::MockRequest)
      @app = app
      @base = "http://testserver#{prefix.sub(%r{/+\z}, '')}"
      @lock = Mutex.new
    end

    # Its server decides about threads, and here is none.
    def takes_several?
      false
    end

    def send(method, url, headers, body)
      @lock.synchronize { answer(environment(method, url, headers, body)) }
    end

    def close; end

    private

    def environment(method, url, headers, body)
      sent = headers.to_h do |name, value|
        key = name.upcase.tr('-', '_')
        [%w[CONTENT_TYPE CONTENT_LENGTH].include?(key) ? key : "HTTP_#{key}", value.to_s]
      end
      Rack::MockRequest.env_for(Wire.sendable(url), { method: method, input: body ? body.bytes : '' }.merge(sent))
    end

    def answer(environment)
      @raised = nil
      status, headers, chunks = call(environment)
      @raised ||= KEPT.filter_map { |key| environment[key] }.first
      Response.new(status.to_i, headers.to_h.transform_values { |value| lines(value) }, joined(chunks))
    end

    def call(environment)
      @app.call(environment)
    rescue StandardError, NotImplementedError => e
      @raised = e
      [500, {}, []]
    end

    # Rack 3 has a list of several values, Rack 2 a text of several lines.
    def lines(value)
      value.is_a?(Array) ? value : value.to_s.split("\n")
    end

    def joined(chunks)
      parts = []
      chunks.each { |chunk| parts << chunk.b }
      parts.join
    ensure
      chunks.close if chunks.respond_to?(:close)
    end
  end
end
