import { describe, expect, it } from 'vitest';
import { parseExpression } from './expression.ts';

const scope = {
  event: { name: 'go', data: { id: 'a', n: 2, on: true, none: null, text: 'x && y == z' } },
  async: { data: { id: 'a', other: 'b' } },
};

describe('an expression', () => {
  it.each([
    ['event.data.id == async.data.id', true],
    ['event.data.id == async.data.other', false],
    ['event.data.id != async.data.other', true],
    ["event.data.n == 2 && event.data.on == true && event.name == 'go'", true],
    ['event.data.text == "x && y == z"', true],
    ['event.data.none == null', true],
    ['event.data.missing == null', true],
    ['event.data.missing == async.data.missing', false],
    ['event.data.constructor == null', true],
  ])('%s is %s', (source, holds) => {
    expect(parseExpression(source)(scope)).toBe(holds);
  });

  it.each([
    'event.data.n > 1',
    'event.data.id',
    "event.data.a == 'x' || event.data.b == 'y'",
    'size(event.data) == 2',
    '',
  ])('is refused by name when it is more than the executor knows: %s', (source) => {
    expect(() => parseExpression(source)).toThrow(`"${source}"`);
  });
});
