# frozen_string_literal: true

require_relative 'client'
require_relative 'contract'
require_relative 'created'
require_relative 'in_process'
require_relative 'keyring'
require_relative 'network'
require_relative 'report'

module Itc
  # One run of the suite: the API, its contract, the credentials, what was created.
  class Session
    # So many requests tell that a base URL may be wrong.
    MANY = 10

    attr_reader :contract, :transport, :reporter, :created

    def initialize(setup)
      @contract = Contract.load(FOLDER)
      @transport = Session.transport(setup.target)
      @keyring = Keyring.new(contract.schemes, setup.credentials, setup.others) { client('anonymous') }
      names = contract.schemes.values.filter_map { |scheme| scheme['name'] }
      @reporter = Reporter.new(@keyring.secrets, names)
      @created = Created.new(contract, reporter) { |actor| client(actor) }
      @lock = Monitor.new
      @statuses = Hash.new(0)
    end

    # A base URL, a Rack application, or a pair of an application and the path in front of its
    # operations.
    def self.transport(target)
      target, prefix = target if target.is_a?(Array)
      return InProcess.new(target, prefix.to_s) if target.respond_to?(:call)
      raise ArgumentError, '`target` in spec_helper.rb is no URL and no application' unless target.is_a?(String)
      return Network.new(target) if Wire.origin_of(target).match?(%r{//.})

      raise ArgumentError, "`target` in spec_helper.rb is no base URL: '#{target}'"
    end

    def client(actor)
      Client.new(self, actor)
    end

    # The way to other servers, such as one that gives out tokens.
    def outside
      @outside ||= Network.new
    end

    # The credentials that an actor sends with a request.
    def attach(actor, request)
      return @keyring.held(request.credentials) if request.credentials

      alternatives = contract.security(request.operation)
      alternatives = [only(request.schemes, alternatives)] if request.schemes
      # A log-in is not of the example that happens to need it first: it outlives it.
      @lock.synchronize { created.outliving { @keyring.of(actor, request.operation, alternatives) } }
    end

    # Whether a refused request is worth another try, with a new log-in.
    def forget_log_ins(attached)
      !attached.holder.nil? && attached.holder.forget(attached.schemes)
    end

    # Says so where no path is known to whoever answers: the base URL may be wrong.
    def count(status)
      is_telling = @lock.synchronize do
        @statuses[status] += 1
        @statuses == { 404 => MANY }
      end
      path = contract.base_path
      return if !is_telling || Wire.path_of(transport.base).chomp('/').end_with?(path)

      reporter.finding("the first #{MANY} requests were all answered with 404, and the " \
                       "contract has #{path} in front of every path: does BASE_URL lack it?")
    end

    # What of the contract this run cannot check.
    def report_unread_patterns
      contract.unread_patterns.each do |pattern, reason|
        reporter.finding("pattern #{pattern} is not checked: #{reason}")
      end
    end

    # Closes the connections.
    def close
      transport.close
      @outside&.close
    end

    private

    # One alternative of these schemes, with the scopes that the first of each needs.
    def only(schemes, alternatives)
      known = alternatives.reverse.flatten(1).to_h { |requirement| [requirement['scheme'], requirement] }
      schemes.map { |name| known.fetch(name, { 'scheme' => name, 'scopes' => [] }) }
    end
  end
end
