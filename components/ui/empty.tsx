import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** What a list shows when it holds nothing: why, and the one thing to do. */
export function Empty({
  icon: Icon,
  title,
  children,
  action,
}: {
  icon: LucideIcon;
  title: string;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="grid justify-items-center gap-2 px-6 py-12 text-center">
      <Icon aria-hidden className="size-6 text-ink-faint" />
      <h3 className="font-medium">{title}</h3>
      <p className="max-w-prose text-sm text-ink-soft">{children}</p>
      {action === undefined ? null : <div className="mt-2">{action}</div>}
    </div>
  );
}
