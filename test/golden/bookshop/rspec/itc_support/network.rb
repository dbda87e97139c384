# frozen_string_literal: true

require 'net/http'
require 'openssl'
require_relative 'response'
require_relative 'wire'

module Itc
  # Nobody answers.
  class Silence < StandardError; end

  # The way to a server: connections that stay open, and nothing is kept from one request to the
  # next. Redirects are answers like any other.
  class Network
    # In seconds.
    TIMEOUT = 30

    # What may go wrong between two machines.
    TROUBLE = [SystemCallError, SocketError, IOError, Timeout::Error, OpenSSL::SSL::SSLError,
               Net::HTTPBadResponse, Net::HTTPHeaderSyntaxError, Net::ProtocolError, Zlib::Error, ArgumentError].freeze

    attr_reader :base

    # @param base the URL in front of every path; none: requests name whole URLs
    def initialize(base = '')
      @base = base.sub(%r{/+\z}, '')
      @idle = Hash.new { |idle, origin| idle[origin] = [] }
      @lock = Mutex.new
    end

    # What the application raised: nobody knows, at the other end of a wire.
    def raised
      nil
    end

    # Whether it may be sent several requests at the same moment.
    def takes_several?
      true
    end

    def send(method, url, headers, body)
      origin = Wire.origin_of(url)
      connection = @lock.synchronize { @idle[origin].pop } || connect(origin)
      answer = connection.request(request(method, url, headers, body))
      @lock.synchronize { @idle[origin].push(connection) }
      Response.new(answer.code.to_i, answer.to_hash, answer.body || ''.b)
    rescue *TROUBLE => e
      raise Silence, "#{e.class}: #{e.message.scrub}"
    end

    # Closes the connections.
    def close
      @idle.each_value { |connections| connections.each(&:finish) }
      @idle.clear
    end

    private

    def connect(origin)
      uri = URI.parse(origin)
      connection = Net::HTTP.new(uri.hostname, uri.port)
      connection.use_ssl = uri.scheme == 'https'
      connection.open_timeout = connection.read_timeout = TIMEOUT
      connection.keep_alive_timeout = 1
      # A request that came to nothing is told, and not sent again behind everybody's back.
      connection.max_retries = 0
      connection.start
    end

    def request(method, url, headers, body)
      target = Wire.sendable(url.delete_prefix(Wire.origin_of(url)).sub(/#.*\z/m, ''))
      target = "/#{target}" unless target.start_with?('/')
      made = Net::HTTPGenericRequest.new(method, !body.nil?, method != 'HEAD', target)
      headers.each { |name, value| made[name] = value.to_s }
      made.body = body.bytes if body
      # RFC 9110 §8.6
      made['Content-Length'] = '0' if body.nil? && %w[POST PUT PATCH].include?(method)
      made
    end
  end
end
