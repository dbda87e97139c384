import { describe, expect, it } from 'vitest';
import { happy } from '../../src/rules/happy.ts';
import { contract } from '../contract.ts';

/** What `POST /parcels` sends, by the name of the example. */
async function sent(properties: string, required: string) {
  const shop = await contract(`
/parcels:
  post:
    operationId: sendParcel
    requestBody:
      required: true
      content: { application/json: { schema: { type: object, required: [${required}], properties: { ${properties} } } } }
    responses: { '204': { description: Sent. } }
`);
  shop.drafts(happy);
  return (name: string) => shop.subject.requests.examples.get(name)?.value;
}

describe('a member that names a thing which nobody makes', () => {
  it('is left out where it may be', async () => {
    const example = await sent('weight: { type: integer }, depotId: { type: string }', 'weight');
    expect(example('send-parcel-request')).toMatchObject({
      kind: 'literal',
      json: { weight: expect.any(Number) },
    });
    expect(example('full-send-parcel-request')).toBeUndefined(); // it would be the same
  });

  it('is asked of the setup file where it must be there', async () => {
    const example = await sent('depotId: { type: string }', 'depotId');
    expect(example('send-parcel-request')).toEqual({
      kind: 'object',
      members: { depotId: { kind: 'seed', name: 'depotId' } },
    });
  });

  it('is sent as the contract shows it', async () => {
    const example = await sent('depotId: { type: string, examples: [porto] }', 'depotId');
    expect(example('send-parcel-request')).toEqual({ kind: 'literal', json: { depotId: 'porto' } });
  });

  it("is the caller's own where its name says so", async () => {
    const example = await sent('externalId: { type: string }', 'externalId');
    expect(example('send-parcel-request')).toMatchObject({ kind: 'literal' });
  });
});
