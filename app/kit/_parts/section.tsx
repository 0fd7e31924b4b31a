import type { ReactNode } from "react";
import { classNames } from "../../_ui/class-names";

const SPANS = { third: "lg:col-span-4", half: "lg:col-span-6", whole: "lg:col-span-12" };

export function Section({
  title,
  span = "third",
  children,
}: {
  title: string;
  span?: keyof typeof SPANS;
  children: ReactNode;
}) {
  return (
    <section className={classNames("min-w-0", SPANS[span])}>
      <h2 className="mb-3 font-heading text-ink-2 text-label">{title}</h2>
      {children}
    </section>
  );
}

export function Wrap({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-2">{children}</div>;
}
