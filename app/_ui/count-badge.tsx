/** A filled number: what waits for you. `label` says what is counted. */
export function CountBadge({ count, label }: { count: number; label: string }) {
  if (count <= 0) return null;
  return (
    <span className="inline-grid min-h-4.5 min-w-4.5 shrink-0 place-items-center rounded-full bg-brand px-1.25 font-semibold text-micro text-on-brand tabular-nums forced-colors:border">
      <span aria-hidden="true">{count > 99 ? "99+" : count}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
