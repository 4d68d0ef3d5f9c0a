import { assert, json, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bearerOf, canonicalJson, checkedSigningKey, sameSecret, signatureHeader } from './signing.ts';

describe('canonical JSON', () => {
  it('sorts keys at every depth and keeps the order of lists', () => {
    expect(canonicalJson({ b: [{ z: 1, a: null }, 2], a: 'x' })).toBe('{"a":"x","b":[{"a":null,"z":1},2]}');
  });

  it('says the same as the value it was made from', () => {
    assert(
      property(json(), (text) => {
        const value: unknown = JSON.parse(text);
        expect(JSON.parse(canonicalJson(value))).toEqual(value);
      }),
    );
  });
});

describe('the signing key', () => {
  it('may have a prefix, which is not part of the secret', () => {
    const plain = signatureHeader('0123abcd', '{}', 1_700_000_000_000);
    expect(signatureHeader('signkey-local-0123abcd', '{}', 1_700_000_000_000)).toBe(plain);
    expect(plain).toMatch(/^t=1700000000&s=[0-9a-f]{64}$/);
    expect(bearerOf('signkey-local-0123abcd')).toMatch(/^signkey-local-[0-9a-f]{64}$/);
  });

  it.each(['', 'xyz', 'abc', 'signkey-local-'])(
    'is refused as "%s", which the two sides would hash differently',
    (key) => {
      expect(() => checkedSigningKey(key)).toThrow(/even number of lower-case hex digits/);
    },
  );

  it('is compared whole', () => {
    expect(sameSecret('abc', 'abc')).toBe(true);
    expect(sameSecret('abc', 'abcd')).toBe(false);
  });
});
