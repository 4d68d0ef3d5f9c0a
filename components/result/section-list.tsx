'use client';

import { useEffect, useRef, useState } from 'react';
import { classNames } from '#components/ui/class-names.ts';

export type SectionLink = { id: string; title: string };

/** The sections of the page: at its side on a wide screen, a strip above it on a narrow one. The one in view is marked. */
export function SectionList({ sections }: { sections: readonly SectionLink[] }) {
  const current = useSectionInView(sections);
  const strip = useRef<HTMLElement>(null);
  useEffect(() => keepInView(strip.current, current), [current]);
  return (
    <nav
      ref={strip}
      aria-label="Sections"
      className="no-print sticky top-14 overscroll-x-contain z-20 -mx-4 overflow-x-auto border-b border-line bg-ground px-4 sm:-mx-6 sm:px-6 lg:top-6 lg:mx-0 lg:max-h-[calc(100dvh-3rem)] lg:self-start lg:overflow-y-auto lg:border-0 lg:px-0"
    >
      <ul className="flex gap-1 py-1.5 lg:grid lg:gap-0.5 lg:py-0">
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              aria-current={id === current ? 'true' : undefined}
              className={classNames(
                'block rounded-control px-2.5 py-1.5 text-[0.8125rem] whitespace-nowrap lg:whitespace-normal',
                id === current
                  ? 'bg-accent-soft font-medium text-accent'
                  : 'text-ink-soft hover:bg-sunken hover:text-ink',
              )}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Moves the strip, and not the page, so far that the link of the section can be seen. */
function keepInView(strip: HTMLElement | null, section: string | undefined): void {
  const link = strip?.querySelector<HTMLElement>(`a[href="#${section}"]`);
  if (strip === null || link === undefined || link === null) return;
  strip.scrollTo({ left: link.offsetLeft - (strip.clientWidth - link.offsetWidth) / 2 });
}

/** The section that crosses the upper part of the window. */
function useSectionInView(sections: readonly SectionLink[]): string | undefined {
  const [current, setCurrent] = useState(sections[0]?.id);
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        const entered = entries.find(({ isIntersecting }) => isIntersecting);
        if (entered !== undefined) setCurrent(entered.target.id);
      },
      { rootMargin: '-20% 0px -70% 0px' },
    );
    for (const { id } of sections) {
      const section = document.getElementById(id);
      if (section !== null) observer.observe(section);
    }
    return () => observer.disconnect();
  }, [sections]);
  return current;
}
