/** The frame of a run's page while it is read. */
export default function RunLoading() {
  return (
    <div className="animate-pulse">
      <output className="sr-only">Loading</output>
      <div className="mb-2 h-4 w-64 rounded bg-sunken" />
      <div className="mb-3 h-8 w-96 max-w-full rounded-control bg-sunken" />
      <div className="mb-8 h-5 w-72 max-w-full rounded bg-sunken" />
      <div className="grid gap-8 lg:grid-cols-[10.5rem_minmax(0,1fr)]">
        <div className="hidden h-72 rounded-card bg-sunken lg:block" />
        <div className="grid gap-4">
          <div className="h-40 rounded-card border border-line bg-surface" />
          <div className="h-64 rounded-card border border-line bg-surface" />
        </div>
      </div>
    </div>
  );
}
