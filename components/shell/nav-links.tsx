'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { classNames } from '#components/ui/class-names.ts';
import { destinations, isCurrent } from './navigation.ts';

/** The main navigation; the current page is marked for eye and ear. */
export function NavLinks({ canReadAudit, onNavigate }: { canReadAudit: boolean; onNavigate?: () => void }) {
  const path = usePathname();
  return (
    <ul className="grid gap-0.5">
      {destinations(canReadAudit).map(({ href, label, icon: Icon }) => {
        const current = isCurrent(path, href);
        return (
          <li key={href}>
            <Link
              href={href}
              {...(onNavigate === undefined ? {} : { onClick: onNavigate })}
              aria-current={current ? 'page' : undefined}
              className={classNames(
                'flex h-9 items-center gap-2.5 rounded-control px-2.5 text-sm font-medium',
                current ? 'bg-accent-soft text-accent' : 'text-ink-soft hover:bg-sunken hover:text-ink',
              )}
            >
              <Icon aria-hidden className="size-4" />
              {label}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
