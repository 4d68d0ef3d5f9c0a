import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';

export type Crumb = { label: string; href: string };

/** Where one is, what it is called, and what can be done. */
export function PageHeader({
  title,
  crumbs = [],
  lead,
  actions,
}: {
  title: string;
  crumbs?: readonly Crumb[];
  lead?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="mb-6 grid gap-2">
      {crumbs.length === 0 ? null : (
        <nav aria-label="Breadcrumb" className="no-print">
          <ol className="flex flex-wrap items-center gap-1 text-[0.8125rem] text-ink-faint">
            {crumbs.map((crumb) => (
              <li key={crumb.href} className="flex items-center gap-1">
                <Link href={crumb.href} className="rounded px-0.5 py-1 hover:text-ink hover:underline">
                  {crumb.label}
                </Link>
                <ChevronRight aria-hidden className="size-3.5" />
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="text-2xl font-semibold break-words">{title}</h1>
          {lead === undefined ? null : <div className="mt-1 text-ink-soft">{lead}</div>}
        </div>
        {actions === undefined ? null : (
          <div className="no-print flex flex-wrap items-center gap-2">{actions}</div>
        )}
      </div>
    </header>
  );
}
