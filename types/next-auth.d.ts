import 'next-auth/jwt';

declare module 'next-auth/jwt' {
  interface JWT {
    /** The token of the session; the database knows its hash. */
    sid?: string;
  }
}
