import NextAuth from 'next-auth';
import { authOptions } from '#lib/auth/options.ts';
import { getComposition } from '#lib/composition.ts';

type Context = { params: Promise<{ nextauth: string[] }> };

async function handler(request: Request, context: Context): Promise<Response> {
  const { app, env } = await getComposition();
  return NextAuth(authOptions(app, { secret: env.authSecret, origin: env.origin }))(request, context);
}

export { handler as GET, handler as POST };
