import { Progress as Primitive } from 'radix-ui';

/** How far something is, 0 to 1. */
export function Progress({ share, label }: { share: number; label: string }) {
  const percent = Math.round(share * 100);
  return (
    <Primitive.Root
      value={percent}
      aria-label={label}
      className="h-1.5 w-full overflow-hidden rounded-full bg-sunken"
    >
      <Primitive.Indicator
        className="h-full rounded-full bg-accent transition-transform"
        style={{ transform: `translateX(-${100 - percent}%)` }}
      />
    </Primitive.Root>
  );
}
