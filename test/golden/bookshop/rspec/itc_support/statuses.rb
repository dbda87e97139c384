# frozen_string_literal: true

module Itc
  # The statuses that are expected of an answer.
  module Statuses
    FAMILIES = {
      # How APIs refuse somebody who may not do this, or hide that there is such a thing.
      forbidden: [401, 403, 404],
      # How APIs refuse a request that they cannot accept.
      invalid: [400, 404, 409, 415, 422],
      # How APIs answer for a thing that is not there.
      missing: [404, 410],
      # How APIs refuse a request without a good credential.
      unauthenticated: [401, 403]
    }.freeze

    # Statuses one by one: a family has several.
    def self.codes(given)
      given.flat_map { |one| one.is_a?(Symbol) ? FAMILIES.fetch(one) : [one] }
    end

    # Whether all are refusals of a request.
    def self.refusals?(codes)
      codes.all? { |code| code == '4XX' || (code.is_a?(Integer) && (400..499).cover?(code)) }
    end
  end
end
