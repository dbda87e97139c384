# frozen_string_literal: true

require_relative 'answer'
require_relative 'patience'

module Itc
  # An answer that may take a while: it is asked for again while a check of it, or of one before it,
  # fails.
  class PatientAnswer < Answer
    # How many times more, after how many seconds each, and on which statuses; on any where there
    # are none.
    Terms = Struct.new(:times, :seconds, :on)

    def initialize(*given, patience:, **more)
      super(*given, **more)
      @patience = patience
      @left = patience.times
      @checks = []
    end

    %i[conforms accepted meets forgets lists lacks every sorted lists_nothing allows].each do |name|
      define_method(name) do |*args, **named|
        @checks << -> { super(*args, **named) }
        check_all
        self
      end
    end

    private

    def check_all
      @checks.each(&:call)
    rescue ContractBroken
      raise if @left.zero? || (@patience.on.any? && !status?(*@patience.on))

      @left -= 1
      sleep(Patience.retry_after(headers) || @patience.seconds)
      take(@later.call)
      retry
    end
  end
end
