import type { Metadata } from 'next';
import Link from 'next/link';
import { Card } from '#components/ui/card.tsx';
import { RegisterForm } from './register-form.tsx';

export const metadata: Metadata = { title: 'Register' };

export default function RegisterPage() {
  return (
    <Card className="grid gap-5 p-6">
      <div className="grid gap-1">
        <h1 className="text-xl font-semibold">Register your consultancy</h1>
        <p className="text-sm text-ink-soft">You become its owner and can give colleagues a place.</p>
      </div>
      <RegisterForm />
      <p className="text-sm text-ink-soft">
        Registered already?{' '}
        <Link href="/sign-in" className="font-medium text-accent underline underline-offset-4">
          Sign in
        </Link>
      </p>
    </Card>
  );
}
