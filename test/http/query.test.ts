import { expect, test } from 'vitest';
import { pointerTo, queryOptions } from '../../src/http/query.ts';

const read = (query: string) => queryOptions(new URLSearchParams(query));

test('lists may be comma-separated, repeated, or both', () => {
  const { values } = read('include=segments,quotes&include=speakers&quotesIn=body,%20comments');
  expect(values).toEqual({
    include: ['segments', 'quotes', 'speakers'],
    quotesIn: ['body', 'comments'],
  });
});

test.each([
  ['0.5', 0.5],
  ['1', 1],
  ['-2', -2],
  ['1e-1', 0.1],
])('reads the number %s', (given, value) => {
  expect(read(`minConfidence=${given}`).values).toEqual({ minConfidence: value });
});

test.each(['', '%20.5', '0x1', 'Infinity', 'NaN', '.5', '5.', '01', '1_0', '1,0', '%2B1', '٣'])(
  'leaves %j, which is no number, to the schema',
  (given) => {
    expect(typeof read(`minConfidence=${given}`).values['minConfidence']).toBe('string');
  },
);

test('flags are true or false and nothing else', () => {
  expect(read('explain=true').values).toEqual({ explain: true });
  expect(read('explain=false').values).toEqual({ explain: false });
  for (const other of ['', '1', 'True', 'yes']) {
    expect(read(`explain=${other}`).values).toEqual({ explain: other });
  }
});

test('an option given twice is a mistake, not a choice', () => {
  const { values, errors } = read('id=a&id=b');
  expect(values).toEqual({});
  expect(errors).toEqual([{ pointer: '/id', detail: 'must be given once' }]);
});

test('hostile names stay data', () => {
  const { values } = read('__proto__=x&constructor=y');
  expect(Object.keys(values)).toEqual(['__proto__', 'constructor']);
  expect(({} as { x?: unknown }).x).toBeUndefined();
});

test('pointers repeat only what looks like an option', () => {
  expect(pointerTo('minConfidense')).toBe('/minConfidense');
  for (const name of ['', 'a b', 'The mayor resigned', 'a'.repeat(33), 'a/b', 'é', '1a']) {
    expect(pointerTo(name)).toBe('');
  }
});

test('the parameters are gone through once, however many names there are', () => {
  const params = new URLSearchParams();
  for (let i = 0; i < 50; i++) params.append(`a${i}`, '');
  let steps = 0;
  const counted = {
    *[Symbol.iterator]() {
      for (const entry of params) {
        steps++;
        yield entry;
      }
    },
  };
  // Whatever else it asked of the parameters would throw.
  expect(Object.keys(queryOptions(counted as unknown as URLSearchParams).values)).toHaveLength(50);
  expect(steps).toBe(50);
});
