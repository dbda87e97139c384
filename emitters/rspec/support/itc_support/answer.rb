# frozen_string_literal: true

require_relative 'containment'
require_relative 'contract'
require_relative 'judgement'
require_relative 'listed'
require_relative 'members'
require_relative 'pending'

module Itc
  # One request, and its answer where there is one.
  #
  # `schemes` are those whose credentials were sent, where they are good ones; `actor` is whose they
  # are; `raised` is what the application raised, where it runs in process.
  Exchange = Struct.new(:operation, :verb, :url, :headers, :body, :response, :schemes, :actor, :raised,
                        keyword_init: true)

  # The answer to one request. `answer['id']` is a member of its body.
  class Answer
    include Listed
    include Members
    include Judgement

    attr_reader :status, :headers, :body, :exchange

    # @param later asks again, where that changes nothing
    def initialize(exchange, contract, reporter, later: nil)
      @contract = contract
      @reporter = reporter
      @later = later
      take(exchange)
    end

    def inspect
      "#<answer #{status} to #{exchange.operation}>"
    end

    # Whether the status is one of these: `201`, `'2XX'`, or a family such as `:invalid`.
    def status?(*expected)
      codes = Statuses.codes(expected)
      codes.include?(status) || codes.include?("#{status / 100}XX")
    end

    # Fails unless the body contains all of one of these values.
    #
    # Of a GET, later answers are looked at before that is judged.
    def either(*values)
      values = values.map { |value| Json.plain(value) }
      in_time { expect(Containment.nearest_differences(values, body)) }
      self
    end

    # Fails where the object at the JSON Pointer still has a member with the value it has here.
    def forgets(members, at: '')
      thing = Listed.member_of(body, at)
      kept = Json.plain(members).select do |name, value|
        thing.is_a?(Hash) && thing.key?(name) && Containment.contains?(value, thing[name]) &&
          Containment.contains?(thing[name], value)
      end
      expect(kept.map { |name, value| "#{Listed.path_of(at)}.#{name} is still #{Containment.shown(value)}" })
      self
    end

    # Fails unless the array at the JSON Pointer has an item that contains `item`.
    #
    # Of a GET, later answers are looked at before that is judged.
    def lists(item, at: '')
      in_time { super }
    end

    # Fails if the array at the JSON Pointer has an item that contains `item`.
    #
    # Of a GET, later answers are looked at before that is judged.
    def lacks(item, at: '')
      in_time { super }
    end

    # Fails where a success lists something, or has anything else to say.
    #
    # No body, `null` and `{}` say nothing.
    def lists_nothing(at: '')
      return self if !(200..299).cover?(status) || [nil, '', {}].include?(body)

      expect(["body is #{Containment.shown(body)}, expected nothing"]) if at == '' && !body.is_a?(Array)
      super
    end

    # Fails where the API says by OPTIONS that the path does not have the methods.
    #
    # An Allow that lacks some of them on a 405 is a finding: there many frameworks know only the
    # route that they tried last.
    def allows(*methods)
      header = headers['allow'] or return self
      lacking = methods - header.split(',').map { |name| name.strip.upcase }
      if lacking.any? && (200..299).cover?(status)
        expect(["header Allow is #{Containment.shown(header)}, without #{lacking[0]}"])
      elsif lacking.any? && status == 405
        find("answers 405 with Allow: #{header}, but the contract declares #{lacking.join(', ')}, too")
      end
      self
    end

    # Where the header Location leads (RFC 9110 §10.2.2); pending without the header.
    def location
      Wire.join(exchange.url, header('Location'))
    end

    # What a header says. Pending without it: an answer that must have it does not conform.
    def header(name)
      headers.fetch(name.downcase) { Pending.tell("#{exchange.operation} answers #{status} without #{name}") }
    end

    # The path parameters with which the header Location meets a path template.
    #
    # Fails where it does not lead there (RFC 9110 §10.2.2). The last parameter becomes a number
    # (`as: :integer` or `:number`), where a JSON body has it as one.
    def located(template, as: nil)
      location = headers['location'] or expect(['header Location is missing'])
      values = Wire.read_path(template, Wire.join(exchange.url, location))
      called = "header Location is #{Containment.shown(location)}"
      expect(["#{called}, which is no #{template}"]) if values.nil?
      last = values.keys.last
      as && last ? values.merge(last => Values.number(values[last], as)) : values
    rescue ArgumentError
      expect(["#{called}, whose #{last} is no number"])
    end

    # What the answer gives in a header, or in a cookie that it sets. Fails without it.
    def given(header: nil, cookie: nil)
      found = cookie ? exchange.response.cookies[cookie] : headers[header.downcase]
      expect(["#{cookie ? 'cookie' : 'header'} #{cookie || header} is missing"]) if found.nil?
      found
    end

    # Fails, with this exchange in the report.
    def fails(problem)
      expect([problem])
    end

    # Reports what makes nothing fail.
    def find(text)
      @reporter.finding("#{exchange.operation} #{text}")
    end

    # Fails where there are problems.
    def expect(problems)
      raise @reporter.broken(exchange, place, problems) unless problems.empty?
    end

    # The array at a JSON Pointer.
    def items(at)
      found = Listed.member_of(body, at)
      expect(["#{Listed.path_of(at)} is no array"]) unless found.is_a?(Array)
      found
    end

    private

    def take(exchange)
      @exchange = exchange
      @status = exchange.response.status
      @headers = exchange.response.headers
      @media = Contract.media_type(@headers.fetch('content-type', ''))
      @unreadable = nil
      @body = read(exchange.response)
    end

    def read(response)
      return response.text unless Contract.json?(@media) && !response.content.empty?

      Json.parse(response.content.dup.force_encoding('UTF-8'))
    rescue Json::Unreadable => e
      @unreadable = "body is no JSON: #{e.message}"
      response.text
    end

    # Does a check, and again with later answers while it fails and they may differ.
    def in_time
      (@later ? PAUSES : []).each do |pause|
        return yield
      rescue ContractBroken
        sleep(pause)
        later = @later.call
        raise if later.response.status != status

        take(later)
      end
      yield
    end

    def called(at)
      Listed.path_of(at)
    end

    alias whole called

    # Where the contract promises the answer.
    def place
      _, promise = @contract.promise(exchange.operation, status)
      (promise || @contract.operations.fetch(exchange.operation, {})).fetch('at', '')
    end
  end
end
