# frozen_string_literal: true

require 'time'

module Itc
  # Waiting, where a server asks for it.
  module Patience
    # In seconds.
    LONGEST = 30.0
    SHORTEST = 0.05

    # The answer of the block; asked for again, where it is a 429 that says when.
    def self.send
      waited = 0.0
      loop do
        response = yield
        wait = retry_after(response.headers) if response.status == 429
        return response if wait.nil? || waited + wait > LONGEST

        waited += wait
        sleep(wait)
      end
    end

    # Seconds to wait, where an answer says so (RFC 9110 §10.2.3).
    def self.retry_after(headers)
      header = headers['retry-after'] or return
      return [Float(header), SHORTEST].max if header.match?(/\A\s*\d+\s*\z/)

      [Time.httpdate(header) - Time.now, SHORTEST].max
    rescue ArgumentError
      nil
    end
  end
end
