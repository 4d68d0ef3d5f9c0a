import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';

/** A list whose rows each lead somewhere. */
export function RowList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul aria-label={label} className="divide-y divide-line">
      {children}
    </ul>
  );
}

/** One row: a title that is the link, a line below it, and facts at the right. The whole row can be clicked. */
export function LinkRow({
  href,
  title,
  detail,
  facts,
}: {
  href: string;
  title: string;
  detail?: ReactNode;
  facts?: ReactNode;
}) {
  return (
    <li className="relative flex items-center gap-4 px-5 py-3.5 hover:bg-sunken/60">
      <div className="min-w-0 flex-1">
        <Link href={href} className="font-medium break-words after:absolute after:inset-0">
          {title}
        </Link>
        {detail === undefined ? null : <div className="text-[0.8125rem] text-ink-faint">{detail}</div>}
      </div>
      {facts === undefined ? null : (
        <div className="flex shrink-0 flex-wrap items-center justify-end gap-3 text-[0.8125rem] text-ink-soft">
          {facts}
        </div>
      )}
      <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-faint" />
    </li>
  );
}
