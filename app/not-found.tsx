import Link from 'next/link';
import { Wordmark } from '#components/ui/wordmark.tsx';

export default function NotFound() {
  return (
    <main className="grid min-h-dvh content-center justify-items-center gap-4 px-4 text-center">
      <Wordmark />
      <h1 className="text-xl font-semibold">There is nothing here</h1>
      <Link href="/" className="font-medium text-accent underline underline-offset-4">
        Go home
      </Link>
    </main>
  );
}
