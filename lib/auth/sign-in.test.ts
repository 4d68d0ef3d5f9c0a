import { describe, expect, it } from 'vitest';
import { useTestDatabases } from '../../test/data/databases.ts';
import { removeMember } from '#lib/data/organisation/change-place.ts';
import { addMember, listMembers } from '#lib/data/organisation/members.ts';
import { createUser } from '#lib/data/system/accounts.ts';
import { AppError } from '#lib/errors.ts';
import type { Clocked } from '#lib/usecases/app.ts';
import { changePassword } from './change-password.ts';
import { register } from './register.ts';
import { actorOfToken, closeSession, type SignedIn } from './session.ts';
import { signIn } from './sign-in.ts';

const password = 'quiet-harbour-lantern';
const person = { organisationName: 'Advice', name: 'Maria', email: 'maria@example.com', password };
const address = '192.0.2.1';

describe('signing in', () => {
  const databases = useTestDatabases();

  /** A database with one registered owner, and a clock that the test moves. */
  async function registered() {
    const clock = { at: new Date('2026-07-20T08:00:00Z') };
    const db = await databases.fresh(() => clock.at);
    const app: Clocked = { db, now: () => clock.at };
    const token = await register(app, person, address);
    const pass = (seconds: number) => {
      clock.at = new Date(clock.at.getTime() + seconds * 1_000);
    };
    return { app, token, pass };
  }

  const attempt = (app: Clocked, given: Partial<typeof person> & { address?: string } = {}) =>
    signIn(app, { email: person.email, password, address, ...given });

  async function actor(app: Clocked, token: string | undefined): Promise<SignedIn | undefined> {
    return token === undefined ? undefined : actorOfToken(app, token);
  }

  it('gives a session that is checked in the database, in any case of the address', async () => {
    const { app } = await registered();
    const token = await attempt(app, { email: 'MARIA@example.com'.toLowerCase() });
    expect(await actor(app, token)).toMatchObject({ kind: 'member', role: 'owner' });
  });

  it('refuses a wrong password and an unknown address alike', async () => {
    const { app } = await registered();
    expect(await attempt(app, { password: 'wrong-harbour-lantern' })).toBeUndefined();
    expect(await attempt(app, { email: 'nobody@example.com' })).toBeUndefined();
  });

  it('blocks an account after eight failures, the right password too, and lets it in again later', async () => {
    const { app, pass } = await registered();
    for (let failure = 0; failure < 8; failure++)
      await attempt(app, { password: 'wrong-harbour-lantern', address: `192.0.2.${failure}` });
    const refusal = await attempt(app, { address: '198.51.100.7' }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(AppError);
    expect(refusal).toMatchObject({
      code: 'too-many-requests',
      retryAfterSeconds: 900,
      say: 'Too many failed attempts. Try again in 15 minutes.',
    });
    pass(901);
    expect(await attempt(app)).toBeTypeOf('string');
  });

  it('blocks an address that fails on many accounts', async () => {
    const { app } = await registered();
    for (let failure = 0; failure < 40; failure++)
      await attempt(app, { email: `guess-${failure}@example.com` });
    await expect(attempt(app)).rejects.toMatchObject({ code: 'too-many-requests' });
    expect(await attempt(app, { address: '198.51.100.7' })).toBeTypeOf('string');
  });

  it('verifies no more than eight of sixty attempts at once on one account', async () => {
    const { app } = await registered();
    const answers = await Promise.allSettled(
      Array.from({ length: 60 }, (_, index) =>
        attempt(app, { password: 'wrong-harbour-lantern', address: `192.0.2.${index}` }),
      ),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(8);
    await expect(attempt(app)).rejects.toMatchObject({ code: 'too-many-requests' });
  });

  it('verifies no more than forty attempts at once from one address', async () => {
    const { app } = await registered();
    const answers = await Promise.allSettled(
      Array.from({ length: 60 }, (_, index) => attempt(app, { email: `guess-${index}@example.com` })),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(40);
  });

  it('counts no success: people behind one router sign in as often as they like', async () => {
    const { app } = await registered();
    for (let success = 0; success < 45; success++) expect(await attempt(app)).toBeTypeOf('string');
  });

  it('counts nothing against an address for an account that is blocked already, nor the other way round', async () => {
    const { app } = await registered();
    const wrong = { password: 'wrong-harbour-lantern' };
    for (let failure = 0; failure < 60; failure++) await attempt(app, wrong).catch((error: unknown) => error);
    for (let failure = 0; failure < 32; failure++)
      expect(await attempt(app, { email: `guess-${failure}@example.com` })).toBeUndefined();
    await expect(attempt(app, { email: 'paul@example.com' })).rejects.toMatchObject({
      code: 'too-many-requests',
    });
    const paul = { ...person, email: 'paul@example.com' };
    await register(app, paul, '198.51.100.7');
    for (let refused = 0; refused < 8; refused++)
      await expect(attempt(app, paul)).rejects.toMatchObject({ code: 'too-many-requests' });
    expect(await attempt(app, { ...paul, address: '198.51.100.7' })).toBeTypeOf('string');
  });

  it('registering is refused after twenty attempts from one address, so that nobody learns who has an account', async () => {
    const { app, pass } = await registered();
    const probes = await Promise.allSettled(
      Array.from({ length: 30 }, () => register(app, person, '192.0.2.9')),
    );
    const codes = probes.map((probe) => (probe.status === 'rejected' ? probe.reason.code : 'registered'));
    expect(codes.filter((code) => code === 'invalid-input')).toHaveLength(20);
    const fresh = { ...person, email: 'paul@example.com' };
    await expect(register(app, fresh, '192.0.2.9')).rejects.toMatchObject({
      code: 'too-many-requests',
      retryAfterSeconds: 3_600,
      say: 'Too many new accounts from this address. Try again in 60 minutes.',
    });
    pass(3_601);
    expect(await register(app, fresh, '192.0.2.9')).toBeTypeOf('string');
  });

  it('changing the password verifies no more than eight of sixty guesses at the present one', async () => {
    const { app, token, pass } = await registered();
    const signedIn = await actor(app, token);
    if (signedIn === undefined) throw new Error('The owner is not signed in.');
    const change = (current: string) =>
      changePassword(app, signedIn, { current, next: 'three-lanterns-at-dusk' });
    const guesses = await Promise.allSettled(
      Array.from({ length: 60 }, (_, index) => change(`wrong-harbour-${index}`)),
    );
    const codes = guesses.map((guess) => (guess.status === 'rejected' ? guess.reason.code : 'changed'));
    expect(codes.filter((code) => code === 'invalid-input')).toHaveLength(8);
    expect(codes.filter((code) => code === 'too-many-requests')).toHaveLength(52);
    await expect(change(password)).rejects.toMatchObject({
      code: 'too-many-requests',
      retryAfterSeconds: 900,
    });
    pass(901);
    expect(await change(password)).toBeTypeOf('string');
  });

  it('ends with signing out: the token is worth nothing any more', async () => {
    const { app, token } = await registered();
    expect(await actor(app, token)).toBeDefined();
    await closeSession(app, token);
    expect(await actor(app, token)).toBeUndefined();
  });

  it('ends twelve hours after the last use, not after the first', async () => {
    const { app, token, pass } = await registered();
    pass(11 * 3_600);
    expect(await actor(app, token)).toBeDefined();
    pass(11 * 3_600);
    expect(await actor(app, token)).toBeDefined();
    pass(12 * 3_600 + 1);
    expect(await actor(app, token)).toBeUndefined();
  });

  it('ends with the membership', async () => {
    const { app, token } = await registered();
    const signedIn = await actor(app, token);
    const scope = { organisationId: signedIn?.organisationId ?? '' };
    expect((await listMembers(app.db, scope)).items).toHaveLength(1);
    const paul = { email: 'paul@example.com', name: 'Paul', passwordHash: 'hash' };
    await addMember(app.db, scope, { userId: (await createUser(app.db, paul)).id, role: 'owner' });
    await removeMember(app.db, scope, signedIn?.userId ?? '');
    expect(await actor(app, token)).toBeUndefined();
  });

  it('a token that nobody issued is nobody', async () => {
    const { app } = await registered();
    expect(await actorOfToken(app, 'made up')).toBeUndefined();
  });

  it('a changed password ends every other session', async () => {
    const { app, token } = await registered();
    const other = await attempt(app);
    const signedIn = await actor(app, token);
    if (signedIn === undefined) throw new Error('The owner is not signed in.');
    const next = await changePassword(app, signedIn, { current: password, next: 'three-lanterns-at-dusk' });
    expect(await actor(app, token)).toBeUndefined();
    expect(await actor(app, other)).toBeUndefined();
    expect(await actor(app, next)).toMatchObject({ userId: signedIn.userId });
    expect(await attempt(app)).toBeUndefined();
    expect(await attempt(app, { password: 'three-lanterns-at-dusk' })).toBeTypeOf('string');
  });

  it.each([
    [{ email: 'not an address' }, 'email'],
    [{ password: 'short' }, 'password'],
    [{ password: 'passwordpassword' }, 'password'],
    [{ organisationName: ' ' }, 'organisationName'],
    [{ name: '' }, 'name'],
    [{ email: 'MARIA@example.com' }, 'email'],
  ])('registering with %o is refused at the field', async (change, field) => {
    const { app } = await registered();
    await expect(register(app, { ...person, ...change }, address)).rejects.toMatchObject({
      code: 'invalid-input',
      problems: [expect.objectContaining({ field })],
    });
  });
});
