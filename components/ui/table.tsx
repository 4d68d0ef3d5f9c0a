import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

/** A table that scrolls sideways by itself on a narrow screen; the caption names it to assistive technology. */
export function Table({
  caption,
  className,
  children,
  ...rest
}: ComponentProps<'table'> & { caption: string }) {
  return (
    <section className="overflow-x-auto" aria-label={caption} tabIndex={0}>
      <table className={classNames('w-full border-collapse text-sm', className)} {...rest}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </section>
  );
}

export function HeadCell({
  align = 'left',
  className,
  ...rest
}: ComponentProps<'th'> & { align?: 'left' | 'right' }) {
  return (
    <th
      scope="col"
      className={classNames(
        'border-b border-line px-5 py-2.5 text-[0.8125rem] font-medium text-ink-faint',
        align === 'right' ? 'text-right' : 'text-left',
        className,
      )}
      {...rest}
    />
  );
}

export function Row({ className, ...rest }: ComponentProps<'tr'>) {
  return <tr className={classNames('border-b border-line last:border-b-0', className)} {...rest} />;
}

export function Cell({
  align = 'left',
  className,
  ...rest
}: ComponentProps<'td'> & { align?: 'left' | 'right' }) {
  return (
    <td
      className={classNames('px-5 py-3 align-top', align === 'right' && 'text-right tabular-nums', className)}
      {...rest}
    />
  );
}
