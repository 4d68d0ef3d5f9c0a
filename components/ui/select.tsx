import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { controlClass } from './field.tsx';

type Props = ComponentProps<'select'> & {
  options: readonly (readonly [value: string, label: string])[];
  /** What an empty choice reads like; without it one option is always chosen. */
  placeholder?: string;
};

/** A native list to choose one from. */
export function Select({ options, placeholder, className, ...rest }: Props) {
  return (
    <span className={classNames('relative inline-grid min-w-0', className)}>
      <select className={classNames(controlClass, 'cursor-pointer appearance-none pr-8')} {...rest}>
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-ink-faint"
      />
    </span>
  );
}
