import { answeredOnceOf } from '../api/remembered.ts';

/** Short, neutral, realistic words for a property's name. The first list whose expression fits is used. */
const texts: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\be ?mail\b/, ['jane.doe@example.com', 'john.roe@example.com', 'mary.major@example.org']],
  [/\b(first|given|fore) ?name\b/, ['Jane', 'John', 'Mary', 'Richard']],
  [/\b(last|family|sur) ?name\b/, ['Doe', 'Roe', 'Major', 'Miles']],
  [
    /\b(author|artist|owner|person|contact|(full|customer|holder|display) ?name)\b/,
    ['Jane Doe', 'John Roe', 'Mary Major'],
  ],
  [/\b(user ?name|login|nick ?name|handle)\b/, ['jane.doe', 'john.roe', 'mary.major']],
  [/\b(password|passphrase)\b/, ['Correct-Horse-7', 'Quiet-River-42']],
  [/\b(phone|mobile|fax|tel|msisdn)\b/, ['+31201234567', '+442071234567']],
  [/\bcountry name\b/, ['Netherlands', 'France', 'Japan']],
  [/\bcountry( code)?\b/, ['NL', 'FR', 'JP']],
  [/\bcurrency( code)?\b/, ['EUR', 'USD', 'JPY']],
  [/\b(language|lang)( code)?\b/, ['en', 'nl', 'fr']],
  [/\blocale\b/, ['en-GB', 'nl-NL', 'fr-FR']],
  [/\btime ?zone\b/, ['Europe/Amsterdam', 'Asia/Tokyo']],
  [/\b(city|town|place)\b/, ['Utrecht', 'Lyon', 'Kyoto']],
  [/\b(state|province|region)\b/, ['Utrecht', 'Provence', 'Kansai']],
  [/\bstreet|address( line)?( ?\d)?\b/, ['Main Street 1', 'Mill Lane 12']],
  [/\b(zip|post(al)?)( ?code)?\b/, ['10115', '75001']],
  [
    /\b(url|uri|link|website|homepage|href|webhook|callback)\b/,
    ['https://example.com/books', 'https://example.org/'],
  ],
  [/\b(host|hostname|domain)\b/, ['example.com', 'example.org']],
  [/\bip( address)?\b/, ['192.0.2.1', '198.51.100.7']],
  [/\buuid|guid\b/, ['3f2b8c1e-5d4a-4b6f-9e7d-1a2b3c4d5e6f', '7c9e6679-7425-40de-944b-e07fc1f90ae7']],
  [
    /\b(date ?time|timestamp|(created|updated|modified|deleted|started|ended|expires) ?(at|on)?|(starts?|ends?|begins?) (at|on))\b/,
    ['2024-03-01T12:00:00Z', '2024-04-02T08:30:00Z', '2023-11-20T18:15:00Z'],
  ],
  [/\b(date|day|birthday|born|dob)\b/, ['2024-03-01', '2023-11-20']],
  [/\b(start|end|opening|closing)? ?time\b/, ['12:00:00', '09:30:00']],
  [/\b(title|book|headline)\b/, ['Dune', 'Emma', 'Ulysses', 'Walden', 'Dracula']],
  [/\b(isbn)\b/, ['9780441172719', '9780141439587']],
  [/\b(sku|barcode|ean)\b/, ['BK-1965', 'BK-1815']],
  [/\b(slug|key|code)\b/, ['dune', 'emma', 'walden']],
  [/\b(colou?r)\b/, ['blue', 'green', 'red']],
  [/\b(mime|media|content) ?type\b/, ['text/plain', 'application/json']],
  [/\b(file|filename|path)\b/, ['notes.txt', 'cover.png']],
  [/\b(version)\b/, ['1.0.0', '2.1.0']],
  [
    /\b(description|summary|comment|note|text|body|message|content|reason)s?\b/,
    ['A short note', 'A good read', 'Worth keeping'],
  ],
  [/\b(tag|label|category|genre|topic|kind|type|group)s?\b/, ['fiction', 'travel', 'history']],
  [/\b(company|organi[sz]ation|employer|vendor|brand|publisher|merchant)\b/, ['Acme', 'Globex', 'Initech']],
  [/\b(number|no|nr)\b/, ['1001', '2002', '3003']],
  [/\b(token|secret|signature|nonce|etag)\b/, ['token-1a2b3c', 'token-4d5e6f']],
  [/\b(icon|image|avatar|picture|photo|thumbnail)\b/, ['cover.png', 'portrait.png']],
  [/\bname\b/, ['Dune', 'Emma', 'Walden', 'Dracula']],
  [/\b(id|identifier|ref|reference)\b/, ['a1', 'b2', 'c3']],
  [/\b(price|amount|total|cost)\b/, ['7.25', '12.5']],
  [/\b(query|search|q|filter|term)\b/, ['dune', 'emma']],
];

const plain: readonly string[] = ['Dune', 'Emma', 'Walden', 'Ulysses', 'Dracula'];

/** One text per format; formats outside of the strict set get what their name promises, too. */
const formats: Readonly<Record<string, readonly string[]>> = {
  'date-time': ['2024-03-01T12:00:00Z', '2024-04-02T08:30:00Z', '2023-11-20T18:15:00Z'],
  date: ['2024-03-01', '2024-04-02', '2023-11-20'],
  time: ['12:00:00Z', '08:30:00Z', '18:15:00Z'],
  duration: ['P1D', 'PT30M', 'P2W'],
  email: ['jane.doe@example.com', 'john.roe@example.com'],
  'idn-email': ['jane.doe@example.com', 'john.roe@example.com'],
  hostname: ['example.com', 'example.org'],
  uuid: [
    '3f2b8c1e-5d4a-4b6f-9e7d-1a2b3c4d5e6f',
    '7c9e6679-7425-40de-944b-e07fc1f90ae7',
    'b5d4045c-3f46-4fc0-8c1a-9a1f4f2e6d3b',
  ],
  uri: ['https://example.com/books', 'https://example.org/', 'https://example.com/about'],
  url: ['https://example.com/books', 'https://example.org/'],
  'uri-reference': ['/books', '/about'],
  iri: ['https://example.com/books', 'https://example.org/'],
  ipv4: ['192.0.2.1', '198.51.100.7', '203.0.113.9'],
  ipv6: ['2001:db8::1', '2001:db8::7'],
  byte: ['RHVuZQ==', 'RW1tYQ=='],
  binary: ['Dune', 'Emma'],
  password: ['Correct-Horse-7', 'Quiet-River-42'],
  'json-pointer': ['/books/0', '/books/1'],
  regex: ['^[a-z]+$', '^[0-9]+$'],
  decimal: ['7.25', '12.5'],
  int64: ['12', '13'],
  int32: ['12', '13'],
};

const numbers: readonly (readonly [RegExp, number])[] = [
  [/\b(price|amount|total|cost|fee|balance)\b/, 7.25],
  [/\b(rating|score|stars)\b/, 4],
  [/\blat(itude)?\b/, 52.5],
  [/\b(lng|lon|long|longitude)\b/, 4.75],
  [/\b(year)\b/, 2024],
  [/\b(month)\b/, 3],
  [/\b(age)\b/, 30],
  [/\b(percent|percentage)\b/, 50],
  [/\b(width|height|size|length)\b/, 100],
  [/\b(pages)\b/, 200],
  [/\b(limit|per page|page size)\b/, 10],
  [/\b(quantity|count|stock)\b/, 3],
  [/\b(timestamp|unix|epoch|(created|updated|modified|expires)( at)?)\b/, 1_709_294_400],
  [/\b(port)\b/, 8080],
];

/** Texts that fit a format, the best first; empty for a format nobody knows. */
export function textsOfFormat(format: string): readonly string[] {
  return Object.hasOwn(formats, format) ? formats[format]! : [];
}

/** Texts that fit a property's name: `firstName`, `first_name` and `First-Name` are the same name. */
export const textsNamed = answeredOnceOf((name): readonly string[] => {
  // Each name is held against the expressions once: contracts repeat their names.
  const words = spaced(name);
  return texts.find(([expression]) => expression.test(words))?.[1] ?? plain;
});

/** A number that fits a property's name; 1 where the name says nothing. */
export const numberNamed = answeredOnceOf((name): number => {
  const words = spaced(name);
  return numbers.find(([expression]) => expression.test(words))?.[1] ?? 1;
});

function spaced(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[^A-Za-z0-9]+/g, ' ')
    .toLowerCase()
    .trim();
}
