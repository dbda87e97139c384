# frozen_string_literal: true

require_relative 'pending'
require_relative 'report'
require_relative 'values'

module Itc
  # What an example has created, and how it is removed again.
  class Created
    # A call that removes a thing; `owner` is who may make it.
    Thing = Struct.new(:owner, :verb, :path, :parameters) do
      def removed_by?(operation, parameters)
        operation == "#{verb} #{path}" &&
          self.parameters.transform_values(&:to_s) == parameters.transform_values(&:to_s)
      end
    end

    # @param client gives the client of an actor
    def initialize(contract, reporter, &client)
      @contract = contract
      @reporter = reporter
      @client = client
      @things = []
      @lock = Monitor.new
    end

    # A thing that was created is to be removed when the example is over; one that the example has
    # removed itself is gone: not every server answers 404 then.
    def remember(actor, answer, path)
      return unless (200..299).cover?(answer.status)

      operation = answer.exchange.operation
      @lock.synchronize do
        @things.reject! { |thing| thing.removed_by?(operation, path) }
        cleanup = @contract.operations.dig(operation, 'cleanup') or return
        values = identity(operation, cleanup, answer, path) or return
        # What others have made is theirs: nobody else may be allowed to remove it.
        owner = %w[stranger lesser].include?(actor) ? actor : 'user'
        @things.push(Thing.new(owner, cleanup['method'], cleanup['path'], values))
      end
    end

    # What the block creates stays.
    def outliving
      before = @things.size
      yield
    ensure
      @things.slice!(before..)
    end

    # Removes what was created, the last thing first.
    def remove_all
      remove(@things.pop) until @things.empty?
    end

    private

    # What tells the thing from others: the path parameters of the call that removes it.
    def identity(operation, cleanup, answer, path)
      cleanup['parameters'].to_h do |name, source|
        [name, found(source, answer, path)]
      rescue IndexError, ArgumentError, ContractBroken
        @reporter.finding("clean-up: what #{operation} makes stays, since its answer does not say its #{name}")
        return nil
      end
    end

    def found(source, answer, path)
      case source['from']
      when 'path' then path.fetch(source['name'])
      when 'body' then Values.at(answer.body, source['pointer'])
      when 'location' then answer.located(source['path']).fetch(source['name'])
      end
    end

    def remove(thing)
      answer = @client.call(thing.owner).answer_to(thing.verb, thing.path, path: thing.parameters)
      return if answer.status < 300 || [404, 410].include?(answer.status)

      @reporter.finding("clean-up: #{thing.verb} #{thing.path} answers #{answer.status}")
    rescue ContractBroken => e
      @reporter.finding("clean-up: #{e.message}")
    rescue Pending => e
      @reporter.finding("clean-up: pending: #{e.message}")
    end
  end
end
