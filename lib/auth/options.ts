import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { toAppError } from '#lib/errors.ts';
import type { Clocked } from '#lib/usecases/app.ts';
import { closeSession, sessionSeconds } from './session.ts';
import { sessionCookie } from './session-cookie.ts';
import { signIn, signInInput } from './sign-in.ts';

/** The form of e-mail and password. The sealed cookie holds the session token and nothing else about the person. */
export function authOptions(
  app: Clocked,
  { secret, origin }: { secret: string; origin: string },
): NextAuthOptions {
  const cookie = sessionCookie(origin);
  return {
    secret,
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    cookies: { sessionToken: cookie },
    providers: [
      CredentialsProvider({
        credentials: {
          email: { label: 'E-mail', type: 'email' },
          password: { label: 'Password', type: 'password' },
        },
        async authorize(credentials, request) {
          const parsed = signInInput.safeParse(credentials);
          if (!parsed.success) return null;
          const token = await attempt(app, { ...parsed.data, address: addressOf(request.headers ?? {}) });
          return token === undefined ? null : { id: token };
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user === undefined ? token : { sid: user.id }),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sid === 'string') await closeSession(app, token.sid);
      },
    },
  };
}

/** next-auth hands the message of an error to the form, so every error carries what the person may see; faults go to the log. */
async function attempt(app: Clocked, input: Parameters<typeof signIn>[1]): Promise<string | undefined> {
  try {
    return await signIn(app, input);
  } catch (error) {
    const { say, status } = toAppError(error);
    if (status >= 500) console.error(error);
    throw new Error(say, { cause: error });
  }
}

/**
 * The address that the request came from: the last one of `x-forwarded-for`, which the proxy in front appended or the web
 * server itself set. Those before it are what the client claims.
 */
export function addressOf(headers: Readonly<Record<string, string | string[] | undefined>>): string {
  const forwarded = headers['x-forwarded-for'];
  const last = (Array.isArray(forwarded) ? forwarded.join(',') : forwarded)?.split(',').at(-1)?.trim();
  return last === undefined || last === '' ? 'unknown' : last;
}
