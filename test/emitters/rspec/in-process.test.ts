import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { run, specHelper, total } from './suite-run.ts';

const shop = readFileSync('test/apps/sinatra/shop.rb', 'utf8');

/** The set-up with an application instead of a URL. */
const setUp = (target: string) =>
  specHelper
    .replace("require_relative 'itc_support'", "require_relative 'itc_support'\nrequire_relative 'shop'")
    .replace(/itc\.target = .*/, `itc.target = ${target}`);

/** The shop's own tests are those of the contract. */
const inProcess = (fault = '', target = 'Shop') =>
  run({ files: { 'shop.rb': shop, 'spec_helper.rb': setUp(target) }, variables: { FAULT: fault } });

describe('a Sinatra application in process', () => {
  it('passes', async () => {
    const { count, output } = await inProcess();
    expect(count('passed'), output).toBe(total);
  });

  it('passes behind a path', async () => {
    const { count, output } = await inProcess('', "[Rack::URLMap.new('/v1' => Shop), '/v1']");
    expect(count('passed'), output).toBe(total);
  });

  it('fails where it takes anything', async () => {
    const { verdicts, count } = await inProcess('takes anything');
    expect(verdicts['create-book/required/body/title']?.outcome).toBe('failed');
    expect(verdicts['create-book/required/body/title']?.message).toContain('status is 201, expected 422');
    expect(count('passed')).toBeGreaterThan(0);
  });

  it.each(['raises', 'raises, and answers 500'])('says where an exception came from: %s', async (fault) => {
    const { verdicts } = await inProcess(fault);
    const message = verdicts['create-book/happy']?.message ?? '';
    expect(message).toContain('  - status is 500, expected 201');
    expect(message).toMatch(
      /\n! shop\.rb:\d+ in .*: raise 'the shelf broke' if .*\n! RuntimeError: the shelf broke$/,
    );
    expect(verdicts['get-book/happy']?.outcome).toBe('error');
  });
});

/** An application that says what it was sent. */
const echo = `# frozen_string_literal: true

require 'json'
require 'rack'

Shop = lambda do |env|
  request = Rack::Request.new(env)
  files, form = request.POST.partition { |_, value| value.is_a?(Hash) }
  said = {
    method: request.request_method, path: request.path, query: request.query_string, cookies: request.cookies,
    x: env['HTTP_X_FLAG'], type: request.content_type, length: env['CONTENT_LENGTH'],
    form: form.to_h, files: files.to_h { |name, file| [name, [file[:filename], file[:type], file[:tempfile].read]] },
    text: request.POST.empty? ? request.body.tap(&:rewind).read : ''
  }
  [200, { 'Content-Type' => 'application/json' }, [JSON.generate(said)]]
end
`;

const wire = `# frozen_string_literal: true

require_relative 'spec_helper'

RSpec.describe 'Wire', type: :contract do
  def sent(answer, *names)
    names.map { |name| answer[name] }
  end

  it 'sends parts' do
    answer = api.get('/a/{b}', path: { b: 'x y+' }, query: { q: [true, 'a b&+'], n: 1.5 },
                               headers: { 'X-Flag': false }, cookies: { c: '1 2' })
    expect(sent(answer, :path, :query, :x)).to eq ['/a/x%20y%2B', 'q=true&q=a%20b%26%2B&n=1.5', 'false']
    expect(answer['cookies']).to eq('c' => '1 2')
  end

  it 'sends bodies' do
    expect(sent(api.post('/a', json: nil), :type, :text)).to eq %w[application/json null]
    expect(sent(api.patch('/a', json: {}, media_type: 'application/merge-patch+json'), :type))
      .to eq ['application/merge-patch+json']
    expect(sent(api.put('/a', form: { 'a[]': ['1', true], b: 'x&y' }), :form))
      .to eq [{ 'a' => %w[1 true], 'b' => 'x&y' }]
    expect(sent(api.post('/a', text: ['text/plain', '{']), :type, :text)).to eq ['text/plain', '{']
    expect(sent(api.request('TRACE', '/a'), :method)).to eq ['TRACE']
  end

  it 'sends files' do
    file = upload('ä "1".txt', 'text/plain', 'hi')
    answer = api.post('/a', multipart: { f: file, n: 1, l: { x: 1.0 } })
    expect(sent(answer, :form)).to eq [{ 'n' => '1', 'l' => '{"x":1.0}' }]
    expect(answer['files']['f'].drop(1)).to eq %w[text/plain hi]
  end
end
`;

describe.each([
  ['in process', 'Shop'],
  [
    'over the network',
    `begin
    require 'webrick'
    require 'rack/handler/webrick'
    port = Queue.new
    options = { Port: 0, BindAddress: '127.0.0.1', Logger: WEBrick::Log.new(File::NULL), AccessLog: [] }
    Thread.new { Rack::Handler::WEBrick.run(Shop, **options) { |server| port << server.config[:Port] } }
    "http://127.0.0.1:#{port.pop}"
  end`,
  ],
])('what is sent %s', (_, target) => {
  it('arrives', async () => {
    const files = { 'shop.rb': echo, 'spec_helper.rb': setUp(target), 'own_spec.rb': wire };
    const { native, output } = await run({ files, args: ['own_spec.rb'] });
    const own = native.filter(({ test }) => test.startsWith('own_spec.rb'));
    expect(
      own.map(({ outcome }) => outcome),
      output,
    ).toEqual(['passed', 'passed', 'passed']);
  });
});
