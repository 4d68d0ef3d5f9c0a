'use client';

import { ToggleGroup } from 'radix-ui';

type Props<Value extends string> = {
  label: string;
  options: readonly (readonly [value: Value, label: string])[];
  value: Value | undefined;
  onChange: (value: Value | undefined) => void;
};

/** A row of small switches of which at most one is on. One tab stop; arrow keys move, space switches on and off. */
export function Segments<Value extends string>({ label, options, value, onChange }: Props<Value>) {
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value ?? ''}
      onValueChange={(next) => onChange(options.find(([option]) => option === next)?.[0])}
      className="inline-flex flex-wrap gap-1"
    >
      {options.map(([option, text]) => (
        <ToggleGroup.Item
          key={option}
          value={option}
          className="h-7 cursor-pointer rounded-control border border-line px-2 text-xs text-ink-faint hover:bg-sunken hover:text-ink data-[state=on]:border-accent data-[state=on]:bg-accent-soft data-[state=on]:font-medium data-[state=on]:text-accent"
        >
          {text}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
