/** Grey bars where the questions of a section are about to be. */
export function SectionSkeleton() {
  return (
    <output aria-label="Loading" className="block animate-pulse">
      <div className="mb-5 h-7 w-48 rounded-control bg-sunken" />
      <div className="grid gap-px overflow-hidden rounded-card border border-line bg-line">
        {Array.from({ length: 6 }, (_, row) => (
          <div key={row} className="grid h-28 content-start gap-3 bg-surface px-5 py-4">
            <div className="h-4 w-1/4 rounded bg-sunken" />
            <div className="h-9 w-1/2 rounded-control bg-sunken" />
          </div>
        ))}
      </div>
    </output>
  );
}
