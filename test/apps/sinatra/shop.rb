# frozen_string_literal: true

require 'json'
require 'sinatra/base'

# The shop of test/emitters/model.ts as a Sinatra application. `FAULT` names what it does wrong.
class Shop < Sinatra::Base
  set :environment, :production
  set :show_exceptions, false
  set :raise_errors, ENV['FAULT'] == 'raises'
  set :logging, false
  disable :protection

  BOOKS = {} # rubocop:disable Style/MutableConstant
  FAULT = ENV.fetch('FAULT', '')

  before do
    content_type :json
    if request.env['HTTP_AUTHORIZATION'] != 'Bearer open-sesame'
      halt 401, { 'WWW-Authenticate' => 'Bearer' }, JSON.generate(title: 'who?')
    end
  end

  helpers do
    def sent
      JSON.parse(request.body.read)
    end

    def good?(book)
      return true if FAULT == 'takes anything'

      %w[title author].none? { |name| book[name].to_s.empty? } && book['price'] >= 0
    end
  end

  post '/books' do
    book = sent
    halt 422, JSON.generate(title: 'no book') unless good?(book)

    raise 'the shelf broke' if FAULT.start_with?('raises')

    id = "bk_#{BOOKS.size}"
    BOOKS[id] = { 'id' => id, **book }
    [201, { 'Location' => "/books/#{id}" }, JSON.generate(BOOKS[id])]
  end

  get '/books' do
    JSON.generate(items: BOOKS.values.compact)
  end

  get '/books/*' do |id|
    BOOKS[id] ? JSON.generate(BOOKS[id]) : [404, JSON.generate(title: 'none')]
  end

  delete '/books/:id' do |id|
    BOOKS[id] = nil
    204
  end

  post '/orders' do
    order = sent
    [order.is_a?(Hash) ? 201 : 400, JSON.generate(order)]
  end
end
