"use client";

import type { ConversationRow } from "#lib/conversations/view-conversation";
import { Checkbox } from "#ui/checkbox";
import { useMessages } from "../../../../_i18n/language";
import { classNames } from "../../../../_ui/class-names";
import { useName } from "../../use-name";
import type { Bulk } from "./use-bulk";

/**
 * Selects one conversation of the list; in the place of its picture, where somebody points at it or one is selected.
 * On a phone the whole row does it.
 */
export function RowChoice({ row, bulk }: { row: ConversationRow; bulk: Bulk }) {
  const { bulk: texts } = useMessages().triage;
  const name = useName()(row.contact);
  const active = bulk.picking || bulk.chosen.length > 0;
  return (
    <Checkbox
      checked={bulk.has(row.id)}
      onChange={() => bulk.toggle(row.id)}
      className={classNames(
        "absolute top-2.75 left-4 size-10 px-2.75 pt-2.5 max-md:inset-0 max-md:size-auto max-md:pt-5.5 max-md:pl-6.75 @max-[15rem]/app:pl-3",
        active ? "" : "opacity-0 focus-within:opacity-100 group-hover/row:opacity-100 max-md:hidden",
      )}
    >
      <span className="sr-only">{texts.choose(name)}</span>
    </Checkbox>
  );
}
