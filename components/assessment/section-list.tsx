'use client';

import { ChevronDown } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { classNames } from '#components/ui/class-names.ts';
import { InterfaceNumber } from '#components/ui/interface-number.tsx';
import type { SectionLink } from './sections.ts';

type Props = { base: string; links: readonly SectionLink[] };

/** The sections of an assessment with how far each has come: beside the page, or folded above it on a narrow screen. */
export function SectionList({ base, links }: Props) {
  const path = usePathname();
  const current = links.find((link) => path === `${base}${link.path}`);
  return (
    <nav aria-label="Sections of the assessment" className="no-print min-w-0">
      <div className="sticky top-6 -ml-2.5 hidden max-h-[calc(100dvh-3rem)] overflow-y-auto lg:block">
        <Links base={base} links={links} current={current} />
      </div>
      <details key={path} className="group rounded-card border border-line bg-surface lg:hidden">
        <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 px-4 text-sm font-medium [&::-webkit-details-marker]:hidden">
          <span className="min-w-0 flex-1 truncate">{current?.title ?? 'Sections'}</span>
          <Done link={current} />
          <ChevronDown aria-hidden className="size-4 text-ink-faint group-open:rotate-180" />
        </summary>
        <div className="border-t border-line p-2">
          <Links base={base} links={links} current={current} />
        </div>
      </details>
    </nav>
  );
}

function Links({ base, links, current }: Props & { current: SectionLink | undefined }) {
  return (
    <ul className="grid gap-px">
      {links.map((link) => (
        <li key={link.path}>
          <Link
            href={`${base}${link.path}`}
            {...(link === current ? { 'aria-current': 'page' as const } : {})}
            className={classNames(
              'flex min-h-8 items-center gap-2 rounded-control px-2.5 py-1 text-sm text-ink-soft hover:bg-sunken hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-accent',
              link.nested ? 'ml-3' : '',
            )}
          >
            <span className="min-w-0 flex-1 break-words">{link.title}</span>
            <Done link={link} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Done({ link }: { link: SectionLink | undefined }) {
  if (link?.progress === undefined) return null;
  const { answered, asked } = link.progress;
  return (
    <span className="shrink-0 text-xs font-normal text-ink-faint">
      <InterfaceNumber value={answered} of={asked} />
      <span className="sr-only"> answered</span>
    </span>
  );
}
