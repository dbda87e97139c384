import { answers, body, handles, reads, type Mutant } from '../service/fault.ts';
import { noContent } from '../service/reply.ts';

type Thing = Readonly<Record<string, unknown>>;

const parcel = '/components/schemas/Parcel';

/** The ten classic faults, in the order of the paper. */
export const mutants: readonly Mutant[] = [
  {
    name: 'answers-500',
    summary: '1: a 500',
    fault: 'GET /parcels/{parcelId} answers an unknown id with 500 instead of 404',
    kills: ['get-parcel/not-found/path/parcelId', 'parcels/lifecycle'],
    put: answers('getParcel', (reply) =>
      reply.status === 404 ? { status: 500, headers: { 'Content-Type': 'text/plain' } } : reply,
    ),
  },
  {
    name: 'answers-a-wrong-type',
    summary: '2: a response field of the wrong type',
    fault: 'GET /parcels/{parcelId} answers grams as text instead of an integer',
    kills: [
      'parcels/race/put',
      'get-parcel/happy*',
      'parcels/lifecycle*',
      'get-parcel/syntax/header/accept',
      'parcels/failed-write/put',
      'parcels/location',
      'parcels/replace*',
    ],
    put: answers(
      'getParcel',
      body((thing: Thing) => ({ ...thing, grams: `${thing['grams']} g` })),
    ),
  },
  {
    name: 'answers-an-undeclared-2xx',
    summary: '3: an undeclared 2xx',
    fault: 'GET /parcels answers 203 instead of 200',
    kills: [
      'parcels/failed-write/create',
      'list-parcels/happy*',
      'parcels/lifecycle',
      'list-parcels/syntax/header/accept',
    ],
    put: answers('listParcels', (reply) => ({ ...reply, status: 203 })),
  },
  {
    name: 'ignores-a-maximum',
    summary: '4: a maximum that is ignored',
    fault: 'POST and PUT take a parcel of more than 31500 grams instead of answering 422',
    kills: [
      'create-parcel/bounds/body/grams/above-maximum',
      'replace-parcel/bounds/body/grams/above-maximum',
    ],
    put: reads(`${parcel}/properties/grams/maximum`),
  },
  {
    name: 'ignores-an-enum',
    summary: '5: an enum that is ignored',
    fault: 'POST and PUT take any service instead of answering 422',
    kills: ['create-parcel/value/body/service/not-in-enum', 'replace-parcel/value/body/service/not-in-enum'],
    put: reads(`${parcel}/properties/service/enum`),
  },
  {
    name: 'ignores-a-required-field',
    summary: '6: a required field that is ignored',
    fault: 'POST and PUT take a parcel without a recipient instead of answering 422',
    kills: ['create-parcel/required/body/recipient', 'replace-parcel/required/body/recipient'],
    put: (service) =>
      // The answers stay good: who has not said a recipient gets one.
      reads(`${parcel}/properties/recipient`, {
        type: 'string',
        minLength: 1,
        maxLength: 80,
        default: 'Nobody',
      })(reads(`${parcel}/required`, ['grams', 'service'])(service)),
  },
  {
    name: 'leads-nowhere',
    summary: '7: a Location that leads nowhere',
    fault: 'POST /parcels answers with the Location of a parcel that is not there',
    kills: ['parcels/location'],
    put: answers('createParcel', (reply) =>
      reply.status === 201 ? { ...reply, headers: { Location: `/parcels/${crypto.randomUUID()}` } } : reply,
    ),
  },
  {
    name: 'deletes-nothing',
    summary: '8: a DELETE that deletes nothing',
    fault: 'DELETE /parcels/{parcelId} answers 204, and the parcel is still there',
    kills: ['parcels/lifecycle'],
    put: (service) =>
      handles('deleteParcel', () => async (request) => {
        const found = await service.handlers['getParcel']!(request);
        return found.status === 404 ? found : noContent;
      })(service),
  },
  {
    name: 'replaces-only-part',
    summary: '9: a PUT that updates only part',
    fault: 'PUT /parcels/{parcelId} replaces the recipient; grams, service and note stay as they were',
    kills: ['parcels/lifecycle', 'parcels/race/put'],
    put: (service) =>
      handles('replaceParcel', (handler) => async (request) => {
        const { status, body } = await service.handlers['getParcel']!(request);
        if (status !== 200) return handler(request);
        const { recipient } = request.body as Thing;
        return handler({ ...request, body: { ...(body as Thing), recipient } });
      })(service),
  },
  {
    name: 'is-not-idempotent',
    summary: '10: a PUT that is not idempotent',
    fault: 'PUT /parcels/{parcelId} with what is there already adds a gram',
    kills: ['parcels/replace/idempotent'],
    put: (service) =>
      handles('replaceParcel', (handler) => async (request) => {
        const before = (await service.handlers['getParcel']!(request)).body as Thing;
        const sent = request.body as Thing & { readonly grams: number };
        const isSame = Object.entries(sent).every(([name, value]) => name === 'id' || before[name] === value);
        return handler(
          isSame ? { ...request, body: { ...sent, grams: Math.min(sent.grams + 1, 31_500) } } : request,
        );
      })(service),
  },
];
