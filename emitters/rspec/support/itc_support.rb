# frozen_string_literal: true

# Written by itc, the same for every contract. Do not edit: it is written again.

# Ruby knows one module Itc at a time: another suite's would be this one.
if defined?(Itc::FOLDER) && Itc::FOLDER != __dir__
  raise LoadError, "#{__dir__} is another suite of itc: run each in a session of its own"
end

# Calls an API and checks what it answers against contract.json.
module Itc
  # Where the specs, contract.json and itc.lock are.
  FOLDER = __dir__
end

require_relative 'itc_support/setup'
require_relative 'itc_support/log_in'
require_relative 'itc_support/session'
require_relative 'itc_support/things'
require_relative 'itc_support/helpers'
require_relative 'itc_support/plugin'
