import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/diagnostics/catalogue.ts';
import { printGithub } from '../../src/diagnostics/print/github.ts';
import { toJson } from '../../src/diagnostics/print/json.ts';
import { toSarif } from '../../src/diagnostics/print/sarif.ts';
import { locateAll } from '../../src/diagnostics/print/spot.ts';
import { diagnostic, locateIn } from './spots.ts';

const { place: _place, ...placeless } = diagnostic({ code: 'source/not-found', severity: 'error' });
const findings = locateAll([diagnostic(), placeless], locateIn('\n\n'));

describe('toJson', () => {
  it('says everything, with a position where there is one', () => {
    expect(toJson(findings)).toEqual([
      {
        code: 'rules/no-promise',
        severity: 'warning',
        message: 'POST /books does not say how it answers a missing field.',
        help: 'Add a 400 or 422 response to the operation.',
        document: 'openapi.yaml',
        pointer: '/2/3',
        line: 2,
        column: 3,
      },
      expect.not.objectContaining({ line: expect.anything() }),
    ]);
  });
});

describe('printGithub', () => {
  it('makes a line of each problem', () => {
    expect(printGithub(findings).split('\n')).toEqual([
      '::warning file=openapi.yaml,line=2,col=3,title=rules/no-promise::POST /books does not say how it answers a missing field.%0AAdd a 400 or 422 response to the operation.',
      '::error title=source/not-found::POST /books does not say how it answers a missing field.%0AAdd a 400 or 422 response to the operation.',
      '',
    ]);
  });

  it('lets no text end a command or begin one', () => {
    const hostile = diagnostic({
      message: '100%\n::set-output name=x::y\r\n',
      place: { document: 'a,b:c%\n::error::.yaml', pointer: '' },
    });
    const printed = printGithub([{ diagnostic: hostile }]);
    expect(printed.trimEnd()).not.toMatch(/[\r\n]/);
    expect(printed).toMatch(/^::warning file=a%2Cb%3Ac%25%0A%3A%3Aerror%3A%3A\.yaml,title=/);
    expect(printed).toContain('::100%25%0A::set-output name=x::y%0D%0A');
  });
});

describe('toSarif', () => {
  const log = toSarif(findings, '1.2.3');

  it('describes each code that occurs, once, from the catalogue', () => {
    const { driver } = log.runs[0]!.tool;
    expect(driver).toMatchObject({ name: 'itc', semanticVersion: '1.2.3' });
    expect(driver.rules!.map(({ id }) => id)).toEqual(['rules/no-promise', 'source/not-found']);
    expect(driver.rules![0]!.shortDescription!.text).toBe(catalogue['rules/no-promise'].message);
  });

  it('places each result, and names its rule', () => {
    expect(log.runs[0]!.results).toMatchObject([
      {
        ruleId: 'rules/no-promise',
        ruleIndex: 0,
        level: 'warning',
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'openapi.yaml', uriBaseId: '%SRCROOT%' },
              region: { startLine: 2, startColumn: 3 },
            },
          },
        ],
      },
      { ruleId: 'source/not-found', ruleIndex: 1, level: 'error' },
    ]);
    expect(log.runs[0]!.results![1]).not.toHaveProperty('locations');
  });

  it.each([
    ['specs/open api#1.yaml', { uri: 'specs/open%20api%231.yaml', uriBaseId: '%SRCROOT%' }],
    ['https://example.org/a.json', { uri: 'https://example.org/a.json' }],
    ['/elsewhere/a.yaml', { uri: 'file:///elsewhere/a.yaml' }],
  ])('makes a URI of %s', (document, artifact) => {
    const [result] = toSarif([{ diagnostic: diagnostic({ place: { document, pointer: '' } }) }], '1').runs[0]!
      .results!;
    expect(result!.locations![0]!.physicalLocation!.artifactLocation).toEqual(artifact);
  });
});
