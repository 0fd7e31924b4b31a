"use client";

import type { ReactNode } from "react";
import { useMessages } from "../../../../_i18n/language";
import { classNames } from "../../../../_ui/class-names";
import type { Suggest } from "../use-suggestions";

type Props<T> = {
  suggest: Suggest<T>;
  label: string;
  keyOf: (choice: T) => string;
  draw: (choice: T) => ReactNode;
  /** Where the list opens; above the box unless it is said. */
  side?: "above" | "below";
};

/** The choices that are open while something is typed, beside the box. */
export function Suggestions<T>({ suggest, label, keyOf, draw, side = "above" }: Props<T>) {
  const { inbox } = useMessages();
  const { listId, choices, active, setAt, take } = suggest;
  return (
    <>
      <span role="status" className="sr-only">
        {choices.length > 0 ? inbox.choices(choices.length) : null}
      </span>
      {choices.length > 0 ? (
        <div
          id={listId}
          role="listbox"
          aria-label={label}
          className={classNames(
            "absolute right-4 left-4 z-10 max-h-64 max-w-100 overflow-y-auto rounded-[10px] border border-line bg-surface p-1 shadow-lg animate-appear max-md:right-2 max-md:left-2",
            side === "above" ? "bottom-full mb-1" : "top-full mt-1",
          )}
        >
          {choices.map((choice, place) => (
            <div
              key={keyOf(choice)}
              id={`${listId}-${place}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === active}
              onPointerMove={() => setAt(place)}
              onPointerDown={(event) => {
                event.preventDefault();
                take(choice);
              }}
              className={classNames(
                "flex min-h-8 cursor-default items-center gap-2 rounded-sm px-2 text-label max-md:min-h-11",
                place === active && "bg-hover forced-colors:outline",
              )}
            >
              {draw(choice)}
            </div>
          ))}
        </div>
      ) : null}
    </>
  );
}
