# frozen_string_literal: true

require_relative 'credentials'
require_relative 'values'
require_relative 'wire'

module Itc
  # A call whose answer has a credential. It never prints what it sends.
  class LogIn
    # @param path a path of the API, a URL, or what finds it out
    # @param parts all else of the request: `json:`, `form:`, `headers:`
    # @param log_out how it is ended: a method, a path, and its parameters as JSON Pointers into the answer
    def initialize(method, path, parts, log_out: nil, &take)
      @method = method
      @path = path
      @parts = parts
      @take = take
      @log_out = log_out
    end

    def inspect
      "#<log-in by #{@method} #{@path}>"
    end

    # The names of what the environment does not say of who logs in.
    def missing
      names_of_nothing(@parts)
    end

    # Whether it is known how to log out.
    def can_end?
      !@log_out.nil?
    end

    # Logs in, and returns the credential.
    def call(api)
      @take.call(answered(api))
    end

    # Logs in and out again, and returns the credential, which was good once.
    def ended(api, scheme)
      answer = answered(api)
      credential = @take.call(answer)
      method, path, pointers = @log_out
      answer.accepted('2XX', having: pointers.values)
      values = pointers.transform_values { |pointer| answer.at(pointer) }
      api.request(method, path, path: values, credentials: { scheme => credential }).accepted('2XX')
      credential
    end

    private

    def answered(api)
      path = @path.respond_to?(:call) ? @path.call(api) : @path
      api.request(@method, path, **@parts).accepted('2XX')
    end

    def names_of_nothing(parts)
      items = parts.is_a?(Hash) ? parts.to_a : parts.each_with_index.map { |part, at| [at, part] }
      items.flat_map do |name, part|
        next [name.to_s] if part.nil?

        part.is_a?(Hash) || part.is_a?(Array) ? names_of_nothing(part) : []
      end
    end
  end

  # How the set-up says where a credential comes from: a log-in, made while examples run.
  class << self
    # A log-in by a call of the API, or of another server where `path` is a URL.
    #
    # `token` is a JSON Pointer to the credential in the answer's body; `header` or `cookie` name
    # where else the answer has it. `template` is what is sent later: `'Token {token}'`. `log_out`
    # says how it is ended: a method, a path, and for each path parameter a JSON Pointer into the
    # answer. All else is the request: `json:`, `form:`, `headers:`.
    def log_in(method, path, token: nil, header: nil, cookie: nil, template: '{token}', log_out: nil, **parts)
      LogIn.new(method, path, parts, log_out: log_out) do |answer|
        found = token ? answer.accepted('2XX', having: token).at(token) : answer.given(header: header, cookie: cookie)
        template.gsub('{token}') { Wire.written(found) }
      end
    end

    # An access token for a client itself (RFC 6749 §4.4).
    #
    # `discovery` is the URL of an OpenID Connect document that names the token endpoint.
    def client_credentials(token_url = nil, client_id:, client_secret:, scope: nil, discovery: nil)
      form = { 'grant_type' => 'client_credentials' }
      grant(token_url || endpoint_of(discovery), form, [client_id, client_secret], scope)
    end

    # An access token for somebody's name and password (RFC 6749 §4.3).
    def password_grant(token_url = nil, username:, password:, discovery: nil, scope: nil, **client)
      form = { 'grant_type' => 'password', 'username' => username, 'password' => password }
      id = client[:client_id]
      grant(token_url || endpoint_of(discovery), form, id && [id, client[:client_secret].to_s], scope)
    end

    private

    def endpoint_of(discovery)
      ->(api) { api.get(discovery).accepted(200, having: '/token_endpoint').at('/token_endpoint') }
    end

    def grant(path, form, client, scope)
      parts = { form: scope ? form.merge('scope' => scope) : form }
      if client&.include?(nil)
        parts[:client] = { 'client_id' => client[0], 'client_secret' => client[1] }
      elsif client
        # RFC 6749 §2.3.1: both are encoded as in a form before they are joined.
        pair = client.map { |part| Wire.encoded(part, '-._~') }.join(':')
        parts[:headers] = { 'Authorization' => "Basic #{Credentials.basic(pair)}" }
      end
      LogIn.new('POST', path, parts) { |answer| access_token(answer, scope) }
    end

    # The token; none where it is good for more than was asked for (RFC 6749 §3.3).
    def access_token(answer, scope)
      body = answer.accepted('2XX', having: '/access_token').body
      more = scope ? body.fetch('scope', '').to_s.split - scope.split : []
      body['access_token'] if more.empty?
    end
  end
end
