# frozen_string_literal: true

require 'net/http/status'
require_relative 'causes'
require_relative 'masking'

module Itc
  # An answer that is not what was promised, and the promises that it breaks.
  class ContractBroken < StandardError
    attr_reader :operation, :causes

    def initialize(text, operation = nil, causes = [])
      super(text)
      @operation = operation
      @causes = causes
    end
  end

  # Writes exchanges and problems, without a credential in them.
  class Reporter
    LONGEST = 1500
    MOST_PROBLEMS = 10
    MOST_FRAMES = 6
    HERE = "#{__dir__}/"

    # The id of the running case.
    attr_accessor :case_id

    # @param secrets what is never shown
    # @param secret_names the names of headers, cookies and parameters that hold such
    def initialize(secrets, secret_names)
      @secrets = secrets
      @secret_names = secret_names.map(&:downcase)
      @found = {}
      @new = []
    end

    # The failure, to be raised.
    def broken(exchange, place, problems)
      causes = Causes.of(exchange.operation, place, problems)
      ContractBroken.new(
        failure(exchange, place, problems),
        exchange.operation,
        causes.map { |cause| masked(cause) }
      )
    end

    # The text of a failure, the same in every language.
    def failure(exchange, place, problems)
      where = place == '' ? '' : " at #{place}"
      id = case_id ? "   [#{case_id}]" : ''
      more = problems.size - MOST_PROBLEMS
      lines = ["#{exchange.operation} breaks the contract#{where}#{id}"]
      lines += problems.first(MOST_PROBLEMS).map { |problem| "  - #{problem}" }
      lines << "  - and #{more} more" if more.positive?
      masked([*lines, '', *told(exchange)].join("\n"))
    end

    # Reports, once per run, something that makes no example fail.
    def finding(text)
      text = masked(text)
      return if @found.key?(text)

      @found[text] = true
      @new << text
    end

    # All that was found, in the order in which it was.
    def findings
      @found.keys
    end

    # What was found since this was asked last.
    def new_findings
      @new.slice!(0..)
    end

    # `400, 404 or 422`
    def self.statuses(expected)
      *others, last = expected.map(&:to_s)
      others.empty? ? last : "#{others.join(', ')} or #{last}"
    end

    # A text as a command line takes it.
    def self.quoted(text)
      "'#{text.gsub("'") { "'\\''" }}'"
    end

    private

    def masked(text)
      Masking.mask_secrets(text.scrub, @secrets)
    end

    def told(exchange)
      lines = ["> #{curl(exchange)}"]
      answer = exchange.response or return lines
      lines << "< #{answer.status} #{Net::HTTP::STATUS_CODES[answer.status]}".rstrip
      lines += marked('<', Masking.mask_body(answer.text)) unless answer.content.empty?
      lines += raised(exchange.raised) if answer.status >= 500 && exchange.raised
      lines
    end

    def curl(exchange)
      parts = ['curl', '-X', exchange.verb, Reporter.quoted(url(exchange.url))]
      exchange.headers.each do |name, value|
        shown = secret?(name) ? Masking::MASK : value
        parts.push('-H', Reporter.quoted("#{name.downcase}: #{shown}"))
      end
      body = exchange.body
      parts.push('-d', Reporter.quoted(cut(Masking.mask_body(utf8(body.content))))) if body&.content
      (body&.parts || []).each { |part| parts.push('-F', Reporter.quoted(form_part(part))) }
      parts.join(' ')
    end

    def url(url)
      base, query = url.split('?', 2)
      return url if query.nil?

      pairs = query.split('&', -1).map do |pair|
        name, value = pair.split('=', 2)
        value && secret?(name) ? "#{name}=#{Masking::MASK}" : pair
      end
      "#{base}?#{pairs.join('&')}"
    end

    def secret?(name)
      @secret_names.include?(name.downcase) || Masking.secret_name?(name)
    end

    def form_part(part)
      return "#{part.name}=@#{part.file};type=#{part.media_type}" if part.file

      value = Masking.secret_name?(part.name) ? Masking::MASK : utf8(part.content)
      "#{part.name}=#{cut(value)}"
    end

    # An exception of the application, and where it came from, the last frames last.
    def raised(error)
      foreign = (error.backtrace_locations || []).reject { |frame| frame.absolute_path.to_s.start_with?(HERE) }
      frames = foreign.first(MOST_FRAMES).reverse.map do |frame|
        "! #{near(frame.path)}:#{frame.lineno} in #{frame.label}: #{source(frame)}"
      end
      frames + marked('!', "#{error.class}: #{error.message}")
    end

    # The lines of a text, each behind a mark.
    def marked(mark, text)
      cut(text).lines(chomp: true).map { |line| "#{mark} #{line}" }
    end

    # A path as it is called from the working folder, where it is below it.
    def near(file)
      file.delete_prefix("#{Dir.pwd}/")
    end

    # The line of code that a frame stands at.
    def source(frame)
      File.foreach(frame.absolute_path.to_s).first(frame.lineno).last.to_s.strip
    rescue SystemCallError
      ''
    end

    def cut(text)
      rest = text.size - LONGEST
      rest.positive? ? "#{text[0, LONGEST]}… (#{rest} more characters)" : text
    end

    def utf8(bytes)
      bytes.dup.force_encoding('UTF-8').scrub
    end
  end
end
