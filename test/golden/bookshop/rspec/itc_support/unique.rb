# frozen_string_literal: true

require_relative 'values'

module Itc
  # Texts that no other example and no other run has.
  module Unique
    # Processes of one run (parallel_tests numbers them '', '2', '3') take every n-th number each;
    # another run starts somewhere else.
    WORKERS = [ENV.fetch('PARALLEL_TEST_GROUPS', '1').to_i, 1].max
    WORKER = [ENV.fetch('TEST_ENV_NUMBER', '').to_i - 1, 0].max % WORKERS

    @lock = Mutex.new
    @next = (Process.clock_gettime(Process::CLOCK_REALTIME, :microsecond) * WORKERS) + WORKER

    module_function

    # The template with a digit for each `#`.
    def text(template)
      width = template.count('#')
      digits = (number % (10**width)).to_s.rjust(width, '0').each_char
      template.gsub('#') { digits.next }
    end

    def number
      @lock.synchronize { (@next += WORKERS) - WORKERS }
    end
  end
end
