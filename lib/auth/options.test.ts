import { describe, expect, it } from 'vitest';
import { addressOf } from './options.ts';

describe('the address of a request', () => {
  it('is the one that the proxy appended, not what the client claims before it', () => {
    expect(addressOf({ 'x-forwarded-for': '203.0.113.9, 198.51.100.7' })).toBe('198.51.100.7');
    expect(addressOf({ 'x-forwarded-for': ['203.0.113.9', '198.51.100.7'] })).toBe('198.51.100.7');
  });

  it('is unknown without a header', () => {
    expect(addressOf({})).toBe('unknown');
    expect(addressOf({ 'x-forwarded-for': ' ' })).toBe('unknown');
  });
});
