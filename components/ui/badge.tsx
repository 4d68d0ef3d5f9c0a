import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

const tones = cva(
  'inline-flex items-center gap-1.5 rounded-full px-2 py-0.5 text-xs font-medium whitespace-nowrap [&_svg]:size-3',
  {
    variants: {
      tone: {
        plain: 'bg-sunken text-ink-soft',
        accent: 'bg-accent-soft text-accent',
        good: 'bg-good-soft text-good',
        caution: 'bg-caution-soft text-caution',
        bad: 'bg-bad-soft text-bad',
      },
    },
    defaultVariants: { tone: 'plain' },
  },
);

export type Tone = NonNullable<VariantProps<typeof tones>['tone']>;

/** A short state in words; the colour only repeats it. */
export function Badge({ tone, className, ...rest }: ComponentProps<'span'> & VariantProps<typeof tones>) {
  return <span className={classNames(tones({ tone }), className)} {...rest} />;
}
