import { describe, expect, it } from 'vitest';
import { hashPassword, passwordProblem, verifyPassword } from './password.ts';

describe('a password', () => {
  it.each([
    ['short', /at least 12/],
    ['a'.repeat(129), /at most 128/],
    ['passwordpassword', /first passwords/],
    ['aaaaaaaaaaaaaa', /first passwords/],
    ['Maria.Lopez-2026!', /e-mail address/],
  ])('%s is refused with a reason', (password, reason) => {
    expect(passwordProblem(password, 'maria.lopez@example.com')).toMatch(reason);
  });

  it('that is long and uncommon is taken', () => {
    expect(passwordProblem('quiet-harbour-lantern', 'maria@example.com')).toBeUndefined();
  });
});

describe('a hash', () => {
  it('is Argon2id in PHC format, salted anew each time', async () => {
    const first = await hashPassword('quiet-harbour-lantern');
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await hashPassword('quiet-harbour-lantern')).not.toBe(first);
  });

  it('is verified by its own password only', async () => {
    const hash = await hashPassword('quiet-harbour-lantern');
    expect(await verifyPassword('quiet-harbour-lantern', hash)).toBe(true);
    expect(await verifyPassword('quiet-harbour-lanterN', hash)).toBe(false);
    expect(await verifyPassword('quiet-harbour-lantern', 'not a hash')).toBe(false);
  });
});
