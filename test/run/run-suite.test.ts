import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runSuite } from '../../src/run/run-suite.ts';
import { runnerOf, saying, suiteIn, temporaryFolder } from './stand-in.ts';

const passed = { test: 'reads', outcome: 'passed', message: '' } as const;

describe('runSuite', () => {
  it('reads a verdict of each case of the lock', async () => {
    const folder = suiteIn({ 'get-book/happy': 'reads', 'get-book/auth/none': 'refuses' });
    const result = await runSuite(folder, runnerOf(saying([passed], 1)));
    expect(result.verdicts.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['get-book/auth/none', 'missing'],
      ['get-book/happy', 'passed'],
    ]);
    expect(result).toMatchObject({ emitter: 'stand-in', spec: 'openapi.yaml' });
  });

  it('tells the suite where the API is, in its own folder', async () => {
    const folder = suiteIn({ 'get-book/happy': 'reads' });
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const script = `${saying([passed])} console.log(process.env.BASE_URL, process.env.MORE, fs.existsSync('itc.lock'), process.argv[1]);`;
    const { output } = await runSuite(folder, runnerOf(script), {
      baseUrl: url,
      environment: { MORE: 'more' },
      parameters: ['behind'],
    });
    expect(output).toBe(`${url} more true behind\n`);
  });

  it('reads what the suite has noted, and a report that is what the runner prints', async () => {
    const folder = suiteIn({ 'get-book/happy': 'reads' });
    const note = { case: 'get-book/happy', findings: ['GET /books answers 418'] };
    const script = `fs.appendFileSync(process.env.ITC_NOTES, ${JSON.stringify(`${JSON.stringify(note)}\n`)});
      console.error('aside'); console.log(${JSON.stringify(JSON.stringify([passed]))});`;
    const result = await runSuite(folder, { ...runnerOf(script), reportsAsOutput: true });
    expect(result).toMatchObject({ findings: note.findings, output: 'aside\n' });
    expect(result.verdicts.map(({ outcome }) => outcome)).toEqual(['passed']);
  });

  it('does not begin where nobody answers', async () => {
    const run = runSuite(suiteIn({}), runnerOf(''), { baseUrl: 'http://127.0.0.1:1' });
    await expect(run).rejects.toThrow('Nobody answers at http://127.0.0.1:1: the connection is refused.');
  });

  it('says why it could not run to its end, with the last words of the runner', async () => {
    const folder = suiteIn({});
    const script = `${saying([passed], 4)} console.error('no such option');`;
    await expect(runSuite(folder, runnerOf(script))).rejects.toThrow(
      /exit code 4\)\.\nIt said:\n {2}no such option/,
    );
    await expect(runSuite(folder, runnerOf(''))).rejects.toThrow('The runner wrote no report.');
  });

  it('stops a suite that takes too long, with all that it has started', async () => {
    const folder = suiteIn({});
    const endless = `require('child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'inherit' }); setTimeout(() => {}, 60000);`;
    const started = Date.now();
    await expect(runSuite(folder, runnerOf(endless), { seconds: 0.5 })).rejects.toThrow(
      'not ended after 0.5 s',
    );
    expect(Date.now() - started).toBeLessThan(20_000);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const run = runSuite(suiteIn({}), runnerOf('setTimeout(() => {}, 60000)'), { signal: stop.signal });
    setTimeout(() => stop.abort(), 300);
    await expect(run).rejects.toThrow('The run was stopped.');
  });

  it('wants a folder that itc wrote', async () => {
    const runner = runnerOf('');
    await expect(runSuite('no-such-folder', runner)).rejects.toThrow('There is no folder no-such-folder');
    await expect(runSuite(temporaryFolder(), runner)).rejects.toThrow('it is no suite that itc wrote');
  });

  it('lists the programs that it tried, and says what to do', async () => {
    const runner = { ...runnerOf(''), probe: ['-e', 'console.error("no httpx"); process.exit(1)'] };
    await expect(runSuite(suiteIn({}), runner)).rejects.toThrow(
      `No program here can run this suite:\n  no-such-program: there is no such program\n  ${process.execPath}: no httpx\nInstall Node.`,
    );
  });

  it('tries no other program than the one that was chosen', async () => {
    const run = runSuite(suiteIn({}), runnerOf(''), { program: './python' });
    await expect(run).rejects.toThrow(/suite:\n {2}\S+\/python: there is no such program\nInstall Node\.$/);
  });
});
