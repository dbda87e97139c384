# frozen_string_literal: true

require_relative 'json'
require_relative 'report'

module Itc
  # What is known of an example beyond what RSpec reports: a line of JSON in the file that
  # `ITC_NOTES` names.
  module Notes
    def self.write(id, findings, broken)
      file = ENV.fetch('ITC_NOTES', nil)
      return if file.nil? || id.nil? || (findings.empty? && broken.nil?)

      causes = broken ? broken.causes.map { |cause| { cause: cause, operation: broken.operation } } : []
      note = { case: id, findings: findings, broken: causes }.reject { |_, said| said == [] }
      File.open(file, 'a') { |notes| notes.write("#{Json.write(note)}\n") }
    end
  end

  # The promises that a failed example found broken: whether its matcher says so, or what it raised.
  def self.broken_promise_of(example)
    chain = Enumerator.produce(example.exception) { |error| error&.cause }.take_while { |error| error }
    example.metadata[:broken_promise] || chain.grep(ContractBroken).first
  end
end
