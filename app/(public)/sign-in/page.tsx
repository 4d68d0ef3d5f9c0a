import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { Card } from '#components/ui/card.tsx';
import { currentActor } from '#lib/http/current-actor.ts';
import { SignInForm } from './sign-in-form.tsx';
import { localPath } from './local-path.ts';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const next = localPath((await searchParams).next);
  if ((await currentActor()) !== undefined) redirect(next);
  return (
    <Card className="grid gap-5 p-6">
      <h1 className="text-xl font-semibold">Sign in</h1>
      <SignInForm next={next} />
      <p className="text-sm text-ink-soft">
        New here?{' '}
        <Link href="/register" className="font-medium text-accent underline underline-offset-4">
          Register your consultancy
        </Link>
      </p>
    </Card>
  );
}
