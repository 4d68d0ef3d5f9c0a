import 'server-only';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { decode } from 'next-auth/jwt';
import { cache } from 'react';
import { getComposition } from '#lib/composition.ts';
import { AppError } from '#lib/errors.ts';
import { actorOfToken, type SignedIn } from '#lib/auth/session.ts';
import { sessionCookie } from '#lib/auth/session-cookie.ts';

/** The token of the request's session cookie; undefined without a cookie, or with one that this server did not seal. */
export async function sessionToken(): Promise<string | undefined> {
  const { env } = await getComposition();
  const sealed = (await cookies()).get(sessionCookie(env.origin).name)?.value;
  if (sealed === undefined) return undefined;
  const claims = await decode({ token: sealed, secret: env.authSecret }).catch((error: unknown) => {
    // A cookie sealed by another secret, or changed, is no session; anything else is a fault.
    if (error instanceof Error && error.name.startsWith('JWE')) return null;
    throw error;
  });
  return typeof claims?.['sid'] === 'string' ? claims['sid'] : undefined;
}

/** Who makes the request; undefined when nobody is signed in. Asked once per request, however many parts of a page ask. */
export const currentActor = cache(async (): Promise<SignedIn | undefined> => {
  const token = await sessionToken();
  if (token === undefined) return undefined;
  const { app } = await getComposition();
  return actorOfToken(app, token);
});

/** For route handlers and actions: who makes the request. Throws `not-signed-in`. */
export async function requireActor(): Promise<SignedIn> {
  const actor = await currentActor();
  if (actor === undefined) throw new AppError('not-signed-in', 'The request has no live session.');
  return actor;
}

/** For pages: who makes the request. Without a session it leads to the sign-in page and back to `path`. */
export async function requireActorOfPage(path: string): Promise<SignedIn> {
  const actor = await currentActor();
  if (actor === undefined) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  return actor;
}
