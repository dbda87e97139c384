import { describe, expect, it } from 'vitest';
import { code } from '../../src/print/code.ts';
import {
  apart,
  bracketed,
  concat,
  type Doc,
  exploded,
  flat,
  gathered,
  lines,
  stacked,
  wrapped,
} from '../../src/print/document.ts';
import { print } from '../../src/print/print.ts';

const layout = { width: 20, tab: 4 };
const show = (document: Doc) => print(document, layout);

describe('a template', () => {
  it('drops its margin, and indents in the target language', () => {
    expect(
      show(code`
        class A:
          def b():
            pass

          c
      `),
    ).toBe('class A:\n    def b():\n        pass\n\n    c\n');
  });

  it('puts the items of a list below each other, and nothing where there is nothing', () => {
    const some = ['a', code`b`, ['c', []]];
    expect(
      show(code`
      begin
        ${some}
        ${[]}
        ${undefined}
        ${''}
      end ${'x'}${['y', 'z']}
    `),
    ).toBe('begin\n    a\n    b\n    c\nend xyz\n');
  });

  it('keeps the shape of what is put into it', () => {
    const inner = code`
      if b:
        c
    `;
    expect(
      show(code`
      a:
        ${inner}
        ${lines(['d', inner])}
    `),
    ).toBe('a:\n    if b:\n        c\n    d\n    if b:\n        c\n');
  });

  it('takes a template of one line, and of tabs', () => {
    expect(show(code`a ${'b'}`)).toBe('a b\n');
    expect(
      print(
        code`
      a
        b
    `,
        { ...layout, tabs: true },
      ),
    ).toBe('a\n\tb\n');
  });
});

describe('a layout', () => {
  it('stays on one line where it fits', () => {
    expect(show(bracketed('f(', ['a', 'b'], ')'))).toBe('f(a, b)\n');
    expect(show(bracketed('f(', [], ')'))).toBe('f()\n');
  });

  it('takes a line per item, with a comma behind each, where it does not fit', () => {
    const list = bracketed('[', ['aaaaaaaa', bracketed('(', ['b', 'c'], ')')], ']');
    expect(show(concat('name = ', list))).toBe('name = [\n    aaaaaaaa,\n    (b, c),\n]\n');
    expect(show(wrapped('[', 'a'.repeat(20), ']'))).toBe(`[\n    ${'a'.repeat(20)}\n]\n`);
    expect(show(stacked('a'.repeat(15), '* 200'))).toBe(`${'a'.repeat(15)}\n* 200\n`);
    expect(show(apart(['a', 'b'], 2))).toBe('a\n\n\nb\n');
  });

  it('keeps items together on a line of their own, where they fit on that', () => {
    const call = gathered('call(', ['aaaaa', 'bbbbb', 'c'], ')');
    expect(show(call)).toBe('call(\n    aaaaa, bbbbb, c\n)\n');
    expect(show(gathered('f(', ['aaaaa', call], ')'))).toBe(
      'f(\n    aaaaa,\n    call(\n        aaaaa,\n        bbbbb,\n        c,\n    ),\n)\n',
    );
    expect(show(gathered('f(', [], ')'))).toBe('f()\n');
    expect(show(exploded('f(', ['a'], ')'))).toBe('f(\n    a,\n)\n');
  });

  it('leaves room for what follows, up to where that may break', () => {
    const first = bracketed('f(', ['aaaa', 'bbbb'], ')');
    expect(show(concat(first, bracketed('.g(', ['ccccc', 'd'], ')')))).toBe(
      'f(aaaa, bbbb).g(\n    ccccc,\n    d,\n)\n',
    );
    expect(show(concat(first, '.g(ccc)'))).toBe('f(aaaa, bbbb).g(ccc)\n');
    expect(show(concat(first, '.g(cccc)'))).toBe('f(\n    aaaa,\n    bbbb,\n).g(cccc)\n');
    expect(show(concat(first, '.g(', stacked('cc', 'dd')))).toBe('f(aaaa, bbbb).g(cc\ndd\n');
    expect(show(concat(bracketed('[', ['aaaaaaaa', 'bbbbbb'], ']'), exploded('(', ['c'], ')')))).toBe(
      '[aaaaaaaa, bbbbbb](\n    c,\n)\n',
    );
  });

  it('knows whether it fits', () => {
    const list = bracketed('[', ['a', 'b'], ']');
    expect(flat(list, 6)).toBe('[a, b]');
    expect(flat(list, 5)).toBeUndefined();
    expect(flat(lines(['a', 'b']), 20)).toBeUndefined();
    expect(flat('日本', 3)).toBeUndefined();
  });
});

it('prints 25,000 calls in about a second', () => {
  const before = process.cpuUsage();
  const calls = Array.from({ length: 25_000 }, (_, index) => {
    const body = bracketed('{', ['"title": "Dune"', `"price": ${index}`, `"author": "Frank Herbert"`], '}');
    const call = concat(
      bracketed('api.post(', ['"/books"', concat('json=', body)], ')'),
      bracketed('.conforms(', ['201'], ')'),
    );
    return flat(call, index % 5 === 0 ? 40 : 80) ?? call;
  });
  const text = print(
    code`
    class TestBooks:
      ${calls}
  `,
    { width: 88, tab: 4 },
  );
  expect(text.split('\n').length).toBeGreaterThan(25_000);
  // Half a second on a machine that nobody else uses.
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(1500);
});
