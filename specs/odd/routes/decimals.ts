import { numberOf, refuse, takes, type Oddity } from '../oddity.ts';

const decimal = { anyOf: [{ type: 'number' }, { type: 'string' }] };
const bill = {
  type: 'object',
  required: ['price'],
  properties: { price: decimal, discount: { anyOf: [...decimal.anyOf, { type: 'null' }] } },
};

interface Bill {
  readonly price: number | string;
  readonly discount?: number | string | null;
}

/** Numbers that travel as text, too. */
export const decimals: Readonly<Record<string, Oddity>> = {
  decimals: (router) => {
    router.post('/bills', takes(bill, ({ price, discount }: Bill, _request, response) => {
      const [amount, less] = [numberOf(String(price)), numberOf(String(discount ?? 0))];
      if (!(amount > 0 && less >= 0)) refuse(response, 400);
      else response.json({ price: String(price), discount: discount == null ? null : String(discount) });
    }));
  },
};
