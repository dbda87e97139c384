# frozen_string_literal: true

# The set-up of these specs. It is yours: itc wrote it once and leaves it alone.

# What itc writes anew each time: the client, and what is expected of its answers.
require_relative 'itc_support'

Itc.configure do |itc|
  # Where the API is.
  itc.target = ENV.fetch('BASE_URL', 'http://127.0.0.1:4010')

  # Whom the shop knows from its first moment, and who may do everything.
  keeper = { email: 'admin@bookshop.example', password: 'correct-horse-1' }
  # A customer, who may do less.
  reader = { email: 'reader@bookshop.example', password: 'open-sesame-1' }
  # Another customer, who owns nothing of anybody else.
  other = { email: 'other@bookshop.example', password: 'open-sesame-2' }

  # POST /sessions, as somebody whom the shop knows.
  log_in = ->(person) { Itc.log_in('POST', '/sessions', json: person, token: '/token') }

  # What each security scheme of the contract takes: here, a log-in.
  itc.credentials = { bearer: log_in.call(keeper) }

  # Who else calls.
  itc.others = {
    stranger: { bearer: log_in.call(other) },
    lesser: { bearer: log_in.call(reader) },
    expired: { bearer: 'expired-admin-token-of-the-bookshop' }
  }

  # Values that only the shop's owner knows: somebody who can log in.
  itc.seeds = keeper
end
