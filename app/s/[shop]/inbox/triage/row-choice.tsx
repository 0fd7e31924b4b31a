"use client";

import type { ConversationRow } from "#lib/conversations/view-conversation";
import { Checkbox } from "#ui/checkbox";
import { useMessages } from "../../../../_i18n/language";
import { classNames } from "../../../../_ui/class-names";
import { useName } from "../../use-name";
import type { Bulk } from "./use-bulk";

/** Selects one conversation of the list; in the place of its picture, where somebody points at it or one is selected. */
export function RowChoice({ row, bulk }: { row: ConversationRow; bulk: Bulk }) {
  const { bulk: texts } = useMessages().triage;
  const shown = bulk.chosen.length > 0;
  return (
    <span
      className={classNames(
        "absolute top-2.75 left-4 grid size-10 place-items-center max-md:hidden",
        shown ? "" : "opacity-0 focus-within:opacity-100 group-hover/row:opacity-100",
      )}
    >
      <Checkbox
        aria-label={texts.choose(useName()(row.contact))}
        checked={bulk.has(row.id)}
        onChange={() => bulk.toggle(row.id)}
      />
    </span>
  );
}
