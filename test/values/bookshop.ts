import type { Schemas } from '../../src/api/json-schema.ts';

/** A small contract that the tests of values share. */
export const bookshop: Schemas = {
  Book: {
    type: 'object',
    required: ['id', 'title', 'price', 'format'],
    properties: {
      id: { type: 'string', readOnly: true },
      title: { type: 'string', minLength: 1, maxLength: 40 },
      price: { type: 'number', minimum: 0 },
      format: { enum: ['paperback', 'hardcover'] },
      author: { $ref: '#/$defs/Author' },
      sequel: { $ref: '#/$defs/Book' },
    },
  },
  Author: {
    type: 'object',
    required: ['name'],
    properties: {
      name: { type: 'string' },
      email: { type: 'string', format: 'email' },
      born: { type: ['string', 'null'], format: 'date' },
      books: { type: 'array', items: { $ref: '#/$defs/Book' } },
      password: { type: 'string', writeOnly: true },
    },
  },
  Node: {
    type: 'object',
    required: ['next'],
    properties: { next: { anyOf: [{ $ref: '#/$defs/Node' }, { type: 'null' }] } },
  },
  Sum: {
    type: 'object',
    required: ['left', 'right'],
    properties: { left: { $ref: '#/$defs/Term' }, right: { $ref: '#/$defs/Term' } },
  },
  Term: { oneOf: [{ $ref: '#/$defs/Sum' }, { type: 'integer' }] },
  Endless: { type: 'object', required: ['next'], properties: { next: { $ref: '#/$defs/Endless' } } },
  Pet: {
    oneOf: [{ $ref: '#/$defs/Cat' }, { $ref: '#/$defs/Dog' }],
    discriminator: { propertyName: 'kind', mapping: { feline: '#/$defs/Cat', canine: '#/$defs/Dog' } },
  },
  Cat: {
    type: 'object',
    required: ['kind', 'lives'],
    properties: { kind: { type: 'string' }, lives: { type: 'integer' } },
  },
  Dog: {
    type: 'object',
    required: ['kind', 'tricks'],
    properties: { kind: { type: 'string' }, tricks: { type: 'integer' } },
  },
  Vehicle: {
    type: 'object',
    required: ['kind'],
    properties: { kind: { type: 'string' } },
    discriminator: { propertyName: 'kind', mapping: {} },
  },
  Car: {
    allOf: [
      { $ref: '#/$defs/Vehicle' },
      { type: 'object', required: ['doors'], properties: { doors: { type: 'integer' } } },
    ],
  },
};
