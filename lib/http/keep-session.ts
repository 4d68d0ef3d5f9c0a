import 'server-only';
import { cookies } from 'next/headers';
import { encode } from 'next-auth/jwt';
import { getComposition } from '#lib/composition.ts';
import { closeSession, sessionSeconds } from '#lib/auth/session.ts';
import { sessionCookie } from '#lib/auth/session-cookie.ts';
import { sessionToken } from './current-actor.ts';

/** Seals the token of a session into the cookie, as next-auth does after a sign-in. For actions that open a session. */
export async function keepSession(token: string): Promise<void> {
  const { env } = await getComposition();
  const { name, options } = sessionCookie(env.origin);
  const sealed = await encode({ token: { sid: token }, secret: env.authSecret, maxAge: sessionSeconds });
  (await cookies()).set(name, sealed, { ...options, maxAge: sessionSeconds });
}

/** Ends the session of the request in the database, and takes the cookie away. */
export async function dropSession(): Promise<void> {
  const { app, env } = await getComposition();
  const token = await sessionToken();
  if (token !== undefined) await closeSession(app, token);
  (await cookies()).delete(sessionCookie(env.origin).name);
}
