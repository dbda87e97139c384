import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/api/json.ts';
import { serialise, type Travelling, type Wire } from '../../src/values/wire.ts';

const list = ['blue', 'black', 'brown'];
const map = { R: 100, G: 200 };

/** The examples of OpenAPI 3.1.1 §4.8.12.4, and RFC 6570 §3.2.5 and §3.2.7. */
describe('a parameter on the wire', () => {
  it.each<[Travelling['in'], Travelling['style'], boolean, Json, Wire]>([
    ['path', 'matrix', false, 'blue', { color: ';color=blue' }],
    ['path', 'matrix', false, list, { color: ';color=blue,black,brown' }],
    ['path', 'matrix', true, list, { color: ';color=blue;color=black;color=brown' }],
    ['path', 'matrix', false, map, { color: ';color=R,100,G,200' }],
    ['path', 'matrix', true, map, { color: ';R=100;G=200' }],
    ['path', 'label', false, 'blue', { color: '.blue' }],
    ['path', 'label', true, list, { color: '.blue.black.brown' }],
    ['path', 'label', false, map, { color: '.R,100,G,200' }],
    ['path', 'label', true, map, { color: '.R=100.G=200' }],
    ['path', 'simple', false, 42, { color: 42 }],
    ['path', 'simple', false, list, { color: 'blue,black,brown' }],
    ['header', 'simple', false, map, { color: 'R,100,G,200' }],
    ['header', 'simple', true, map, { color: 'R=100,G=200' }],
    ['query', 'form', true, true, { color: true }],
    ['query', 'form', true, null, { color: 'null' }],
    ['query', 'form', true, list, { color: list }],
    ['query', 'form', false, list, { color: 'blue,black,brown' }],
    ['query', 'form', true, map, map],
    ['query', 'form', false, map, { color: 'R,100,G,200' }],
    ['cookie', 'form', true, list, { color: 'blue,black,brown' }],
    ['query', 'spaceDelimited', false, list, { color: 'blue black brown' }],
    ['query', 'pipeDelimited', false, list, { color: 'blue|black|brown' }],
    ['query', 'pipeDelimited', true, list, { color: list }],
    ['query', 'tabDelimited', false, list, { color: 'blue\tblack\tbrown' }],
    ['query', 'deepObject', true, map, { 'color[R]': 100, 'color[G]': 200 }],
    ['query', 'deepObject', true, { a: { b: [1, 2] } }, { 'color[a][b]': [1, 2] }],
    ['query', 'content', false, { a: [1] }, { color: '{"a":[1]}' }],
    ['query', 'form', true, [{ a: 1 }], { color: ['{"a":1}'] }],
  ])('in %s, %s, explode %s: %j', (location, style, explode, value, wire) => {
    expect(serialise({ name: 'color', in: location, style, explode }, value)).toEqual(wire);
  });
});
