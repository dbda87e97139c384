import { describe, expect, it } from 'vitest';
import { brokenDependency } from '../../src/rules/broken-dependency.ts';
import { missingRequired } from '../../src/rules/missing-required.ts';
import { outOfBounds } from '../../src/rules/out-of-bounds.ts';
import { untried } from '../../src/rules/untried.ts';
import { wrongShape } from '../../src/rules/wrong-shape.ts';
import { wrongType } from '../../src/rules/wrong-type.ts';
import { wrongValue } from '../../src/rules/wrong-value.ts';
import { contract } from '../contract.ts';

const pay = (payment: string, more = '') =>
  contract(`
/payments:
  post:
    operationId: pay
    requestBody:
      required: true
      content:
        application/json:
          schema: { type: object, required: [payment], properties: { payment: ${payment} } }
    responses: { '201': { description: Paid }, '422': { description: No } }
components:
  schemas:
    Card: { type: object, required: [kind, number], properties: { kind: { const: card }, number: { type: string } } }
    Invoice:
      type: object
      additionalProperties: false
      required: [kind, days]
      properties: { kind: { const: invoice }, days: { type: integer, minimum: 14, maximum: 60 } }
    ${more}
`);

const oneOf = `{ oneOf: [{ $ref: '#/components/schemas/Card' }, { $ref: '#/components/schemas/Invoice' }] }`;
const wrongIn = (cases: readonly string[], words: string) =>
  cases.filter((one) => one.includes(words)).map((one) => one.split(': ')[1]);

describe('of several alternatives', () => {
  it('each is sent wrong in every way, and the first keeps its ids', async () => {
    const shop = await pay(oneOf);
    const kinds = [missingRequired, wrongType, outOfBounds, wrongValue, wrongShape];
    expect(kinds.flatMap((rule) => wrongIn(shop.cases(rule), 'when payment is Invoice'))).toEqual([
      'payment/kind, payment/days',
      'payment.days is a string, payment.days is null',
      'payment.days is below 14, payment.days is above 60',
      'payment.kind is not "invoice"',
      'payment.surprise is not declared',
    ]);
    const ids = shop
      .model()
      .suites.flatMap(({ groups }) =>
        groups.flatMap(({ cases }) => cases.flatMap(({ table }) => table?.rows.map(({ id }) => id) ?? [])),
      );
    expect(ids.filter((id) => id.startsWith('pay/required'))).toEqual([
      'pay/required/body/payment',
      'pay/required/body/payment/kind',
      'pay/required/body/payment/number',
      'pay/required/body/payment/Invoice/kind',
      'pay/required/body/payment/Invoice/days',
    ]);
  });

  it('none is called wrong that another one takes, and the contract is told why', async () => {
    const shop = await pay('{ anyOf: [{ type: integer }, { title: Few, type: integer, maximum: 9 }] }');
    expect(shop.cases(outOfBounds)).toEqual([]);
    const gaps = shop
      .drafts(untried)
      .map((draft) => draft.draft === 'gap' && `${draft.code} ${draft.place.pointer}`);
    expect(gaps.filter((gap) => String(gap).endsWith('maximum'))).toEqual([
      expect.stringMatching(/^still-valid .*anyOf\/1\/maximum$/),
    ]);
  });

  it('what stands beside them is tried once', async () => {
    const shop = await pay(
      `{ type: object, required: [sum], properties: { sum: { type: integer } }, oneOf: [{ required: [iban] }, { title: Cash, required: [till], properties: { till: { type: integer } } }] }`,
    );
    expect(wrongIn(shop.cases(wrongType), 'when payment is Cash')).toEqual([
      'payment.till is a string, payment.till is null',
    ]);
  });

  it('both sides of a condition are', async () => {
    const shop = await pay(
      `{ type: object, required: [method],
         properties: { method: { enum: [cash, card] }, number: { type: string }, till: { type: integer } },
         if: { properties: { method: { const: cash } } },
         then: { properties: { till: { minimum: 1 } } },
         else: { required: [number] } }`.replaceAll(/\s+/g, ' '),
    );
    const made = [
      ...shop.cases(missingRequired),
      ...shop.cases(brokenDependency),
      ...shop.cases(outOfBounds),
    ];
    expect(made.join('\n')).toContain('payment.till is below 1');
    expect(made.join('\n')).toContain('payment has no number, and its method is "card"');
  });

  it('what is inside of a field of a form is changed with the field', async () => {
    const form = await contract(`
      /things:
        post:
          operationId: addThing
          requestBody:
            required: true
            content:
              application/x-www-form-urlencoded:
                schema:
                  type: object
                  required: [owner]
                  properties: { owner: { type: object, required: [name], properties: { name: { type: string, minLength: 2 } } } }
          responses: { '201': { description: Added }, '400': { description: No } }
    `);
    const [table] = form
      .drafts(outOfBounds)
      .flatMap((draft) => (draft.draft === 'case' ? [draft.table!] : []));
    expect(table!.rows).toMatchObject([
      { subject: 'body/owner/name/too-short', values: ['owner', expect.stringMatching(/^\{"name":".?"\}$/)] },
    ]);
  });
});
