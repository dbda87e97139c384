// What itc does with a contract: to the model with the library, or to written files with the command line.
// node compile.js <contract> [<folder for the suite>]
// In a process that is set up as that of the command line is.
const start = performance.now();
await import('../bin/short-lived.js');
const [, , contract, folder] = process.argv;
const counted = folder === undefined ? await toModel(contract) : await toSuite(contract, folder);
const milliseconds = performance.now() - start;
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(`${JSON.stringify({ milliseconds, megabytes, ...counted })}\n`);

async function toModel(input) {
  const { compile, readSources, Report } = await import('../dist/index.js');
  const report = new Report();
  const [source] = await readSources(input, report);
  const frontEnd = { allowOutside: false, allowNetwork: false, overlays: [] };
  const { model } = await compile(
    source,
    { strength: 'convention', include: [], exclude: [], frontEnd },
    report,
  );
  const cases = model.suites.flatMap(({ groups }) => groups).flatMap((group) => group.cases);
  return { cases: cases.reduce((count, { table }) => count + (table?.rows.length ?? 1), 0) };
}

async function toSuite(input, out) {
  process.argv.splice(2, Infinity, 'compile', input, '--out', out, '--quiet');
  await import('../dist/cli.js');
  // Warnings about the contract are no matter here; a suite that was not written is.
  if (process.exitCode === 2) throw new Error(`${input} was not compiled`);
  process.exitCode = 0;
  return {};
}
