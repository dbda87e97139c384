import { isArray, isObject, type Json } from '../../src/api/json.ts';

/**
 * The same contract, with the next inclusive bound beside each exclusive one (JSON Schema 2020-12 Validation §6.2.3, §6.2.5):
 * Prism judges by both and makes its answers by inclusive bounds alone.
 */
export function withInclusiveBounds(contract: Json): Json {
  if (isArray(contract)) return contract.map(withInclusiveBounds);
  if (!isObject(contract)) return contract;
  const { exclusiveMinimum: low, exclusiveMaximum: high, multipleOf } = contract;
  const step = typeof multipleOf === 'number' ? multipleOf : 0.001;
  return {
    ...Object.fromEntries(
      Object.entries(contract).map(([name, value]) => [name, withInclusiveBounds(value)]),
    ),
    ...(typeof low === 'number' && { minimum: low + step }),
    ...(typeof high === 'number' && { maximum: high - step }),
  };
}
