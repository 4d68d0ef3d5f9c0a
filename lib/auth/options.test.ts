import { afterEach, describe, expect, it, vi } from 'vitest';
import { useTestDatabases } from '../../test/data/databases.ts';
import { addressOf, authOptions } from './options.ts';

describe('signing in by the form', () => {
  const databases = useTestDatabases();
  afterEach(() => vi.restoreAllMocks());

  it('tells a person nothing of a fault but its sentence, and logs the original', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue();
    const fault = new Error('no permission on infra.throttle at 10.0.0.7:27017');
    const db = await databases.fresh(() => {
      throw fault;
    });
    const options = authOptions({ db, now: db.now }, { secret: 'sealed', origin: 'http://localhost' });
    const thrown = await options.providers[0]?.options
      ?.authorize({ email: 'maria@example.com', password: 'wrong' }, {})
      .catch((error: unknown) => error);
    expect(thrown).toMatchObject({ message: 'Something went wrong on our side.', cause: fault });
    expect(log).toHaveBeenCalledWith(fault);
  });
});

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
