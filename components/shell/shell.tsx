import { LogOut } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Wordmark } from '#components/ui/wordmark.tsx';
import { NavLinks } from './nav-links.tsx';
import { PhoneMenu } from './phone-menu.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

type Props = {
  organisation: string;
  canReadAudit: boolean;
  signOut: () => Promise<void>;
  children: ReactNode;
};

/** The frame of the workspace: navigation at the left, or behind a menu on a narrow screen; the page at the right. */
export function Shell({ organisation, canReadAudit, signOut, children }: Props) {
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
      <a
        href="#page"
        className="sr-only z-50 rounded-control bg-surface px-4 py-2 shadow-raised focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
      >
        Skip to the page
      </a>
      <aside className="no-print sticky top-0 hidden h-dvh grid-rows-[auto_1fr_auto] gap-6 border-r border-line bg-surface p-4 lg:grid">
        <div className="grid gap-1 px-2.5 pt-1">
          <Link href="/" className="w-fit rounded">
            <Wordmark />
          </Link>
          <p className="truncate text-[0.8125rem] text-ink-faint">{organisation}</p>
        </div>
        <nav aria-label="Main">
          <NavLinks canReadAudit={canReadAudit} />
        </nav>
        <ShellFooter signOut={signOut} />
      </aside>
      <header className="no-print sticky top-0 z-30 flex h-14 items-center gap-2 border-b border-line bg-surface px-3 lg:hidden">
        <PhoneMenu canReadAudit={canReadAudit}>
          <ShellFooter signOut={signOut} />
        </PhoneMenu>
        <Link href="/" className="rounded">
          <Wordmark />
        </Link>
      </header>
      <main
        id="page"
        tabIndex={-1}
        className="mx-auto w-full max-w-[75rem] min-w-0 px-4 py-6 outline-none sm:px-6 lg:px-10 lg:py-9"
      >
        {children}
      </main>
    </div>
  );
}

function ShellFooter({ signOut }: { signOut: () => Promise<void> }) {
  return (
    <div className="flex items-center justify-between">
      <form action={signOut}>
        <Button type="submit" look="bare" size="small">
          <LogOut aria-hidden />
          Sign out
        </Button>
      </form>
      <ThemeSwitch />
    </div>
  );
}
