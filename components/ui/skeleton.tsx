/** Grey bars where a list is about to be, of the size that it will have. */
export function ListSkeleton({ rows = 6 }: { rows?: number }) {
  return (
    <output aria-label="Loading" className="block animate-pulse">
      <div className="mb-6 h-8 w-56 rounded-control bg-sunken" />
      <div className="grid gap-px overflow-hidden rounded-card border border-line bg-line">
        {Array.from({ length: rows }, (_, row) => (
          <div key={row} className="flex h-14 items-center bg-surface px-5">
            <div className="h-4 w-1/3 rounded bg-sunken" />
          </div>
        ))}
      </div>
    </output>
  );
}
