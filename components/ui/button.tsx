import { cva, type VariantProps } from 'class-variance-authority';
import { Slot } from 'radix-ui';
import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

const looks = cva(
  'inline-flex cursor-pointer items-center justify-center gap-2 rounded-control font-medium whitespace-nowrap transition-colors select-none disabled:cursor-not-allowed disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      look: {
        primary: 'bg-accent text-accent-ink hover:bg-accent/90',
        quiet: 'border border-control-line/60 bg-surface text-ink hover:bg-sunken',
        bare: 'text-ink-soft hover:bg-sunken hover:text-ink',
        danger: 'border border-bad/50 bg-surface text-bad hover:bg-bad-soft',
      },
      size: { normal: 'h-9 px-3.5 text-sm', small: 'h-8 px-2.5 text-[0.8125rem]', icon: 'size-9' },
    },
    defaultVariants: { look: 'quiet', size: 'normal' },
  },
);

type Props = ComponentProps<'button'> & VariantProps<typeof looks> & { asChild?: boolean };

/** A button, or with `asChild` a link that looks like one. */
export function Button({ look, size, asChild = false, className, ...rest }: Props) {
  const Element = asChild ? Slot.Root : 'button';
  return (
    <Element
      {...(asChild ? {} : { type: 'button' })}
      className={classNames(looks({ look, size }), className)}
      {...rest}
    />
  );
}
