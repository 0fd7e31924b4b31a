"use client";

import { memo } from "react";
import type { Emoji } from "#lib/conversations/find-emoji";
import { classNames } from "../../../../_ui/class-names";

type Props = {
  cells: readonly Emoji[];
  row: number;
  columns: number;
  /** The column of the active cell; -1 where it is in another row. */
  active: number;
  idOf: (row: number, column: number) => string;
  onPoint: (row: number, column: number) => void;
  onPick: (sign: string) => void;
};

/** One row of the grid; drawn anew only when the active cell comes or goes. */
export const EmojiRow = memo(function EmojiRow({ cells, row, columns, active, idOf, onPoint, onPick }: Props) {
  return (
    <div role="presentation" className={classNames("grid", columns === 8 ? "grid-cols-8" : "grid-cols-6")}>
      {cells.map(([sign, name], column) => (
        <div
          key={sign}
          role="option"
          id={idOf(row, column)}
          tabIndex={-1}
          aria-label={name}
          aria-selected={column === active}
          title={name}
          onPointerMove={() => onPoint(row, column)}
          onClick={() => onPick(sign)}
          onKeyDown={(event) => event.key === "Enter" && onPick(sign)}
          className={classNames(
            "grid h-9 cursor-default place-items-center rounded-md text-title max-md:h-11",
            column === active && "bg-hover forced-colors:outline",
          )}
        >
          {sign}
        </div>
      ))}
    </div>
  );
});
