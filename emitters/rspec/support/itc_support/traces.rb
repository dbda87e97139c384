# frozen_string_literal: true

module Itc
  # Stack traces in answers: they tell a stranger how the server is built (OWASP API8:2023).
  module Traces
    SIGNATURES = [
      # Python
      /Traceback \(most recent call last\):/,
      # Java, Kotlin, Scala, Groovy
      %r{\bat [\w$.<>/]+\((?:[\w$]+\.(?:java|kt|scala|groovy):\d+|Native Method)\)},
      # JavaScript, TypeScript
      %r{\bat [^\n]{0,200}?(?:\bnode:internal/[\w/.-]+|\.[cm]?[jt]sx?):\d+:\d+\b},
      # Ruby
      /\.rb:\d+:in [`'][^'\n]{1,200}'/,
      # Go
      /\bgoroutine \d+ \[[a-z, ]+\]:/,
      # PHP
      /#\d+ [^\n]{1,200}?\.php\(\d+\): /,
      # C#, F#, Visual Basic
      /\bat [^\n]{1,200}?\) in [^\n]{1,200}?\.(?:cs|fs|vb):line \d+/,
      # Rust
      /\bthread '[^'\n]{1,100}' panicked at /
    ].freeze

    TRACE = Regexp.union(SIGNATURES).freeze

    # Whether a text, or JSON, holds what one of the usual runtimes writes when it fails.
    def self.trace?(text)
      text.gsub('\n', "\n").gsub('\t', "\t").gsub('\"', '"').match?(TRACE)
    end
  end
end
