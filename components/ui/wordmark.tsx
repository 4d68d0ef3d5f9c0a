/** The name of the product with its mark: three stacked racks, one of them lit. */
export function Wordmark() {
  return (
    <span className="flex items-center gap-2.5 font-semibold tracking-tight">
      <svg aria-hidden viewBox="0 0 24 24" className="size-6">
        <rect x="2" y="2.5" width="20" height="5" rx="1.6" className="fill-ink/25" />
        <rect x="2" y="9.5" width="20" height="5" rx="1.6" className="fill-accent" />
        <rect x="2" y="16.5" width="20" height="5" rx="1.6" className="fill-ink/25" />
      </svg>
      Infra Mind
    </span>
  );
}
