import type { CookieOption } from 'next-auth';

/** The session cookie: out of reach of scripts, same site only, over TLS only when the address has it. */
export function sessionCookie(origin: string): CookieOption {
  const secure = origin.startsWith('https:');
  return {
    name: `${secure ? '__Secure-' : ''}infra-mind.session`,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
  };
}
