import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

type Props = Omit<ComponentProps<'input'>, 'type'> & { type: 'checkbox' | 'radio'; label: string };

/** One of several things to tick. The native control stays visible, so that colour is not alone in telling the choice. */
export function Chip({ type, label, className, ...rest }: Props) {
  return (
    <label
      className={classNames(
        'inline-flex min-h-8 cursor-pointer items-center gap-2 rounded-control border border-control-line/50 bg-surface px-2.5 py-1 text-[0.8125rem] text-ink has-checked:border-accent has-checked:bg-accent-soft has-disabled:cursor-default has-disabled:opacity-60',
        className,
      )}
    >
      <input type={type} className="size-3.5 shrink-0 cursor-[inherit] accent-accent" {...rest} />
      {label}
    </label>
  );
}
