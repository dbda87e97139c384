# frozen_string_literal: true

require_relative 'answer'
require_relative 'at_once'
require_relative 'body'
require_relative 'network'
require_relative 'patience'
require_relative 'patient'
require_relative 'pending'
require_relative 'walk'
require_relative 'wire'

module Itc
  # Somebody who calls the API: the user, somebody unknown, another user, and so on.
  class Client
    # One request, before anybody's credentials are put to it.
    Request = Struct.new(:operation, :url, :query, :headers, :cookies, :body, :schemes, :credentials) do
      def verb
        operation.split(' ', 2).first
      end
    end

    def initialize(session, actor, patience = nil)
      @session = session
      @actor = actor
      @patience = patience
    end

    def inspect
      "#<#{@actor}>"
    end

    %w[GET POST PUT PATCH DELETE HEAD OPTIONS].each do |verb|
      define_method(verb.downcase) { |template, **parts| request(verb, template, **parts) }
    end

    # Sends one request, with the credentials of this actor, and returns the answer.
    #
    # The template is the contract's own: `'/books/{bookId}'`; or a URL of another server. One body
    # at most: `json:`, `form:`, `multipart:`, or `text:`, which is a pair of a media type and the
    # text. `schemes` names the security schemes whose credentials are sent, and no others;
    # `credentials` are sent in place of the actor's own, by scheme. With a `url`, that of a
    # Location, it goes there: the template says what is promised.
    def request(method, template, **parts)
      Pending.told { answer_to(method, template, **parts) }
    end

    # The same client, whose next answer may take a while.
    #
    # Where it is not as it should be, the request is sent again, so many `seconds` later and so many
    # times at most; with `on` only after an answer with one of these statuses. A header Retry-After
    # knows better how long.
    def again(times, seconds: 0, on: [])
      Client.new(@session, @actor, PatientAnswer::Terms.new(times, seconds, on))
    end

    # Sends a request several times at the same moment, with a JSON body for `each`.
    def at_once(times, method, template, each: nil, **parts)
      bodies = each ? each.map { |body| { json: body } } : [{}] * times
      calls = bodies.map { |body| -> { answer_to(method, template, **parts, **body) } }
      Pending.told { AtOnce.of(calls, takes_several: @session.transport.takes_several?) }
    end

    # All pages of a list, to be checked as one answer is.
    #
    # `items` is where a page has its array, `key` what tells items from others, both JSON
    # Pointers. `size` names the query parameter that says how many items a page has, and `most` is
    # the greatest that may be. The next page is asked for by its `offset`, the number of a `page`
    # (of the first it is `first`), a `cursor` (which stands `at` a pointer of the page before),
    # what the last item is (`after`), or the header Link (`link: true`).
    def walk(template, query: {}, **parts)
      how, parts = %i[items key size most offset page first cursor at after link].then do |names|
        [parts.slice(*names), parts.except(*names)]
      end
      Walk.new(Json.plain(query), **how) { |each| get(template, query: each, **parts) }
    end

    # The same as `request` for the support code itself, which hears of what is pending.
    def answer_to(method, template, path: {}, query: {}, headers: {}, cookies: {}, url: nil, **parts)
      body = Body.of(**parts.slice(:json, :form, :multipart, :text, :media_type).then { |sent| with_media(sent) })
      sent = headers.to_h { |name, value| [name.to_s, Wire.written(value)] }
      sent['Content-Type'] = body.media_type if body && sent.keys.none? { |name| name.casecmp?('content-type') }
      path = Json.plain(path)
      request = Request.new(
        "#{method} #{template}", url ? led(url, template) : Wire.fill_path(template, path),
        query, sent, cookies, body, *parts.values_at(:schemes, :credentials)
      )
      answer = answer(request, path)
      demand(template, url) if url && answer.status < 300
      @session.created.remember(@actor, answer, path)
      answer
    end

    private

    # A media type alone is no body.
    def with_media(sent)
      sent.keys == [:media_type] ? {} : sent
    end

    def answer(request, path)
      around = [@session.contract, @session.reporter]
      if @patience
        later = -> { asked(request).tap { |done| @session.created.remember(@actor, Answer.new(done, *around), path) } }
        return PatientAnswer.new(asked(request), *around, later: later, patience: @patience)
      end

      # Whoever asks again changes nothing (RFC 9110 §9.2.1).
      later = -> { asked(request) } if request.verb == 'GET'
      Answer.new(asked(request), *around, later: later)
    end

    def asked(request)
      attached, exchange = exchange(request)
      attached, exchange = exchange(request) if exchange.response.status == 401 && @session.forget_log_ins(attached)
      exchange.schemes = attached.holder ? attached.schemes : []
      exchange.actor = attached.holder ? @actor : 'user'
      exchange
    end

    def exchange(request)
      attached = @session.attach(@actor, request)
      tail = Wire.fill_query(Json.plain(request.query).merge(attached.query))
      tail = tail.sub('?', '&') if request.url.include?('?')
      jar = Wire.fill_cookies(Json.plain(request.cookies).merge(attached.cookies))
      headers = request.headers.merge(jar.empty? ? {} : { 'Cookie' => jar }, attached.headers)
      [attached, sent(request, request.url + tail, headers)]
    end

    def sent(request, target, headers)
      api = @session.transport
      is_whole = target.match?(%r{\A[^?]*://})
      transport = is_whole && !at?(api.base, target) ? @session.outside : api
      url = is_whole ? target : api.base + target
      exchange = Exchange.new(operation: request.operation, verb: request.verb, url: url, headers: headers,
                              body: request.body, schemes: [], actor: 'user')
      exchange.response = Patience.send { transport.send(request.verb, url, headers, request.body) }
      exchange.raised = transport.raised
      @session.count(exchange.response.status)
      exchange
    rescue Silence => e
      raise @session.reporter.broken(exchange, '', ["there is no answer: #{e.message}"])
    end

    # Where a Location leads, at the API that is asked.
    #
    # Behind a proxy a server knows neither the host nor what stands in front of its paths. What is
    # on another host and none of these paths is the business of that host.
    def led(url, template)
      return url if at?(@session.transport.base, url)

      path = Wire.fill_path(template, demand(template, url))
      query = Wire.query_of(url)
      query.empty? ? path : "#{path}?#{query}"
    end

    # The path parameters of a URL; pending where it leads to something else.
    def demand(template, url)
      Wire.read_path(template, url) or raise Pending, "Location leads to #{url}, which is no #{template}"
    end

    # Whether a URL leads to the same host as another.
    def at?(base, url)
      Wire.origin_of(base) == Wire.origin_of(url)
    end
  end
end
