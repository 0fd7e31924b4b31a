import type { ReactNode } from "react";

type Props = { title: string; more?: ReactNode; children: ReactNode };

export function DetailsSection({ title, more, children }: Props) {
  return (
    <section className="border-line border-b px-4 py-3 last:border-b-0">
      <h3 className="mb-2 flex min-h-5 items-center justify-between font-semibold text-caption text-ink-2">
        {title}
        {more}
      </h3>
      {children}
    </section>
  );
}
