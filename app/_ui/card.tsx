import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";

/** A white sheet with an edge. Give it a padding, or children that have one. */
export function Card({ className, ...rest }: ComponentProps<"section">) {
  return (
    <section
      {...rest}
      className={classNames("min-w-0 rounded-lg border border-line bg-surface shadow-sm", className)}
    />
  );
}

type HeadProps = { title: string; text?: ReactNode; actions?: ReactNode; id?: string };

/** The title of a card, what it means, and what can be done with it. */
export function CardHead({ title, text, actions, id }: HeadProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3.5">
      <div className="min-w-0 grow basis-60">
        <h2 id={id} className="font-heading text-body">
          {title}
        </h2>
        {text ? <p className="mt-0.5 text-caption text-ink-3">{text}</p> : null}
      </div>
      {actions}
    </div>
  );
}
