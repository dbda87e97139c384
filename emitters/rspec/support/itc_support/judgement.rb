# frozen_string_literal: true

require_relative 'containment'
require_relative 'contract'
require_relative 'needed'
require_relative 'report'
require_relative 'statuses'
require_relative 'traces'

module Itc
  # Whether an answer is what was promised.
  module Judgement
    NO_BODY = [204, 205, 304].freeze

    # Fails unless the answer is what the contract promises.
    #
    # That is: one of the expected statuses (`201`, `'2XX'`, or a family such as `:invalid`), and the
    # media type, headers and schema of that status. `containing` is what the body has at least;
    # `having` is a JSON Pointer, or several, to what the rest of the example speaks of, where the
    # contract does not promise it.
    def conforms(*expected, having: [], **more)
      problems = status_problems(expected).then { |found| found + content_problems(found, more) }
      expect(problems.empty? ? lacking(having) : problems)
      self
    end

    # Fails unless the body meets a JSON Schema.
    #
    # With the name of a `header` that is there, and is as text or as the number that it stands for
    # what the schema says.
    def meets(schema, header: nil)
      if header.nil?
        expect(@unreadable ? [@unreadable] : @contract.broken(body, schema, 'body'))
      elsif headers.key?(header.downcase)
        expect(header_problem(header) { |reading, called| @contract.broken(reading, schema, called) })
      else
        expect(["header #{header} is missing"])
      end
      self
    end

    # Fails unless the answer has one of the expected statuses.
    #
    # For what an example only needs to be there: nothing else of the answer is judged, since one
    # fault in it must not stop every example that needs the thing. The example of the operation
    # itself asks whether it `conforms`. `having` is a JSON Pointer, or several, to what the body must
    # have.
    def accepted(*expected, having: [])
      problems = status_problems(expected)
      expect(problems.empty? ? lacking(having) : problems)
      self
    end

    private

    # What the example needs of the body, and it does not have.
    def lacking(pointers)
      problem = [*pointers].lazy.filter_map { |one| Needed.lacking(body, one, exchange.operation) }.first
      problem ? [@unreadable || problem] : []
    end

    def content_problems(before, more)
      find("answers #{status} with a stack trace") if refused? && Traces.trace?(exchange.response.text)
      _, promise = @contract.promise(exchange.operation, status)
      problems = promise ? header_problems(promise) + body_problems(promise) : [*@unreadable]
      # The body of an error that nobody expected is another thing altogether.
      is_other = !before.empty? && status >= 400
      return problems if is_other || !more.key?(:containing)

      problems + Containment.differences(Json.plain(more[:containing]), body)
    end

    def refused?
      (400..499).cover?(status)
    end

    def status_problems(given)
      expected = Statuses.codes(given)
      key, = @contract.promise(exchange.operation, status)
      refuses = refused? && Statuses.refusals?(expected)
      if refuses && key.nil?
        return ["status is #{status}, which the operation does not declare"] if ENV['ITC_STRICT_STATUSES'] == '1'

        find("answers #{status}, which it does not declare")
      end
      lacking = lacking_header
      return lacking if lacking.any?
      return [] if kept?(expected) || (refuses && [nil, 'default'].include?(key))

      problem = "status is #{status}, expected #{Reporter.statuses(expected)}"
      [problem, *refused_credentials, *untold(expected)]
    end

    # No 5xx conforms, but a 501 may be the answer to a method that nobody declares.
    def kept?(expected)
      status?(*expected) && (status < 500 || expected.include?(status))
    end

    # RFC 9110 says which header goes with some statuses.
    def lacking_header
      if status == 401 && !headers.key?('www-authenticate')
        find('answers 401 without WWW-Authenticate (RFC 9110 §15.5.2)')
      end
      return [] unless status == 405 && !headers.key?('allow')

      ['header Allow is missing, which a 405 must have (RFC 9110 §15.5.6)']
    end

    # What to do where a server is right to refuse what is good by the contract.
    def untold(expected)
      return [] unless [400, 422].include?(status) && expected.all? { |code| code.to_s.start_with?('2') }

      [Hint.new('if the API is right, say in `fields`, `parameters` or `seeds` of itc.yaml what it takes')]
    end

    def refused_credentials
      return [] if status != 401 || exchange.schemes.empty?

      names = exchange.schemes.map { |name| "'#{name}'" }.join(' and ')
      whose, place = exchange.actor == 'user' ? ['', 'credentials'] : [" of #{exchange.actor}", 'others']
      ["the credential#{whose} for #{names} was refused: see `#{place}` in spec_helper.rb"]
    end

    def header_problems(promise)
      promise['headers'].reject { |name, _| name.casecmp?('content-type') }.flat_map do |name, header|
        next header['required'] ? ["header #{name} is missing"] : [] unless headers.key?(name.downcase)

        header_problem(name) { |reading, called| @contract.broken_schema(reading, header['schema'], called) }
      end
    end

    # What is wrong with a header, whatever its text may stand for.
    def header_problem(name)
      readings = Contract.header_readings(headers[name.downcase])
      broken = readings.map { |reading| yield reading, "header #{name}" }
      broken.any?(&:empty?) ? [] : broken[0]
    end

    def body_problems(promise)
      content = exchange.response.content
      return [] if exchange.verb == 'HEAD'
      return content.empty? ? [] : ["body is there, but #{status} has none"] if NO_BODY.include?(status)
      return [] if promise['content'].empty?

      declared = Reporter.statuses(promise['content'].keys)
      key = Contract.declared_media(promise['content'], @media)
      return ["body is missing, expected #{declared}"] if content.empty? && (key.nil? || Contract.json?(@media))
      return ["content-type is #{@media.empty? ? 'missing' : @media}, expected #{declared}"] if key.nil?

      @unreadable ? [@unreadable] : broken_content(promise['content'][key], content)
    end

    def broken_content(schema, content)
      return @contract.broken_schema(body, schema, 'body') if Contract.json?(@media)

      # The length of what is no text is counted in bytes.
      text = body.include?("\uFFFD") ? content.encode('UTF-8', 'ISO-8859-1') : body
      @contract.broken_text(text, schema, 'body')
    end
  end
end
