import type { ReactNode } from 'react';
import { Wordmark } from '#components/ui/wordmark.tsx';

/** The frame of the pages that need no sign-in: one column, nothing to distract. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <div className="grid min-h-dvh content-center justify-items-center gap-8 px-4 py-12">
      <Wordmark />
      <main className="w-full max-w-[25rem]">{children}</main>
    </div>
  );
}
