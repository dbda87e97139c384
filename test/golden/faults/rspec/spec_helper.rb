# frozen_string_literal: true

# The set-up of these specs. It is yours: itc wrote it once and leaves it alone.
#
# Install what they need, and run them against your API:
#
#   bundle install
#   BASE_URL=http://localhost:8000 bundle exec rspec

# What itc writes anew each time: the client, and what is expected of its answers.
require_relative 'itc_support'

Itc.configure do |itc|
  # Where the API is: a base URL, or the application itself (Rack), which is then called in
  # process. `[MyApp, '/v1']` puts a path in front of every operation.
  itc.target = ENV.fetch('BASE_URL', 'http://127.0.0.1:8000')

  # Your credential for each security scheme of the contract: of somebody who may do all that
  # good requests need. Without it, the examples that need it are skipped; where all are, the
  # run fails.
  #
  # A log-in (`Itc.log_in`, or anything to `call` with a client) is made once, and again when
  # it has expired. Where no one may do all, { admin: ..., customer: ... } gives one for each
  # scope.
  itc.credentials = {}

  # Who else calls, and with which credentials: { stranger: { bearer: ... } }. The examples of
  # somebody who is not here are skipped.
  itc.others = {}

  # Values that only you know, such as the id of a thing that is always there.
  itc.seeds = {}

  # Cases to leave out, and why: { 'get-book/happy' => 'not finished yet' }. An id that other
  # ids begin with leaves all of them out.
  itc.skips = {}
end

RSpec.configure do |config|
  # What stands before `run` is done before each case, what stands behind it after.
  config.around(:each, type: :contract) do |example|
    example.run
  end
end
