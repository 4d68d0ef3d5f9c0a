import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** A surface that holds one thing. */
export function Card({ className, ...rest }: ComponentProps<'section'>) {
  return (
    <section
      className={classNames('rounded-card border border-line bg-surface shadow-card', className)}
      {...rest}
    />
  );
}

/** Title line of a card, with what can be done to it on the right. */
export function CardHeader({
  title,
  hint,
  actions,
}: {
  title: string;
  hint?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line px-5 py-2.5">
      <div>
        <h2 className="text-[0.9375rem] font-semibold">{title}</h2>
        {hint === undefined ? null : <p className="text-[0.8125rem] text-ink-faint">{hint}</p>}
      </div>
      {actions === undefined ? null : <div className="flex items-center gap-2">{actions}</div>}
    </header>
  );
}
