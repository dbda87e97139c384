# frozen_string_literal: true

module Itc
  # What only the owner of an API knows: spec_helper.rb says it.
  class Setup
    # Where the API is: a base URL, a Rack application, or a pair of an application and a path.
    attr_accessor :target
    # By security scheme: a credential, or a log-in.
    attr_accessor :credentials
    # Who else calls, by actor.
    attr_accessor :others
    # Values that only you know, by name.
    attr_accessor :seeds
    # Why cases are left out, by their ids.
    attr_accessor :skips

    def initialize
      @target = ENV.fetch('BASE_URL', 'http://127.0.0.1:8000')
      @credentials = {}
      @others = {}
      @seeds = {}
      @skips = {}
    end

    # Why a case is left out; nil where it is not. An id that other ids begin with means all of them.
    def skip(id)
      skips.find { |prefix, _| id == prefix.to_s || id.start_with?("#{prefix}/") }&.last
    end
  end

  class << self
    # Says what only you know: `Itc.configure { |itc| itc.target = MyApp }`.
    def configure
      yield setup
    end

    def setup
      @setup ||= Setup.new
    end

    # What all examples share.
    def session
      @session ||= Session.new(setup)
    end

    # Whether an example has called the API.
    def session?
      !@session.nil?
    end
  end
end
