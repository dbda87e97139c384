# frozen_string_literal: true

module Itc
  # The answers to a request that was sent several times at once.
  class AtOnce
    # The answers to these calls, which all begin at the same moment.
    #
    # Where the API cannot take several at once, they go one after the other.
    def self.of(calls, takes_several:)
      return new(calls.map(&:call)) unless takes_several

      ready = Queue.new
      gate = Queue.new
      threads = calls.map do |sending|
        Thread.new do
          Thread.current.report_on_exception = false
          ready.push(true)
          gate.pop
          sending.call
        end
      end
      calls.size.times { ready.pop }
      gate.close
      new(threads.map(&:value))
    end

    def initialize(answers)
      @answers = answers
    end

    # Fails unless one answer conforms to what is expected, and each other to `others`.
    #
    # Of the answers that are as expected, the one is rather one that no other may be like.
    def conforms(*expected, others:)
      right, wrong = @answers.partition { |answer| answer.status?(*expected) }
      first, *more = right.partition { |answer| !answer.status?(*others) }.flatten(1) + wrong
      first.conforms(*expected)
      more.each do |answer|
        is_one_too_many = answer.status?(*expected) && !answer.status?(*others)
        answer.fails('another request like it, sent at once, was accepted too') if is_one_too_many
        answer.conforms(*others)
      end
      self
    end
  end
end
