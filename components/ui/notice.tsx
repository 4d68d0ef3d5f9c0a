import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

const kinds = {
  info: { icon: Info, className: 'border-accent/30 bg-accent-soft', iconClass: 'text-accent' },
  good: { icon: CircleCheck, className: 'border-good/30 bg-good-soft', iconClass: 'text-good' },
  caution: { icon: TriangleAlert, className: 'border-caution/35 bg-caution-soft', iconClass: 'text-caution' },
  bad: { icon: CircleAlert, className: 'border-bad/35 bg-bad-soft', iconClass: 'text-bad' },
} as const;

/** A message that stays where it belongs. `live` announces one that appears later. */
export function Notice({
  kind = 'info',
  title,
  children,
  live = false,
}: {
  kind?: keyof typeof kinds;
  title?: string;
  children?: ReactNode;
  live?: boolean;
}) {
  const { icon: Icon, className, iconClass } = kinds[kind];
  return (
    <div
      {...(live ? { role: kind === 'bad' ? 'alert' : 'status' } : {})}
      className={classNames('flex gap-3 rounded-card border px-4 py-3 text-sm', className)}
    >
      <Icon aria-hidden className={classNames('mt-0.5 size-4 shrink-0', iconClass)} />
      <div className="grid gap-0.5">
        {title === undefined ? null : <p className="font-medium">{title}</p>}
        {children === undefined ? null : <div className="text-ink-soft">{children}</div>}
      </div>
    </div>
  );
}
