# frozen_string_literal: true

# What the Ruby files of a suite hold, but for the support code: each text that Ruby reads in them (names of members
# included), and each method that they call. As JSON; texts as lists of bytes, since some are no UTF-8.

require 'json'

def visit(node, texts, calls)
  case node
  when Hash
    calls << node[:mid].to_s if node[:mid].is_a?(Symbol)
    node.each { |key, value| [key, value].each { |part| visit(part, texts, calls) } }
  when Array then node.each { |part| visit(part, texts, calls) }
  when String, Symbol then texts << node.to_s.b
  end
end

texts = []
calls = []
files = Dir[File.join(ARGV.fetch(0), '**/*.rb')].reject { |file| file.include?('itc_support') }
files.each do |file|
  visit(RubyVM::InstructionSequence.compile(File.read(file, encoding: 'UTF-8')).to_a, texts, calls)
end
print JSON.generate('texts' => texts.uniq.map(&:bytes), 'calls' => calls.uniq.sort)
