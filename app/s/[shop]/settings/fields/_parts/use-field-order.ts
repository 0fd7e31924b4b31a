"use client";

import { useEffect, useRef, useState } from "react";
import { useFormat } from "#app/_i18n/language";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import type { FieldView } from "#lib/contacts/fields/list-fields";
import { useRun } from "../../../../../_shared/use-run";
import { useShop } from "../../../_parts/live-shop";
import { orderFieldsAction } from "../actions";

type Way = "up" | "down";

export const moveId = (fieldId: string, way: Way) => `${way}-${fieldId}`;

/** The fields as they were put, at once; focus stays with the one that moved, and where it stands now is said. */
export function useFieldOrder(fields: readonly FieldView[]) {
  const { messengerProfile: texts } = useSettingsMessages();
  const format = useFormat();
  const { slug, refresh } = useShop();
  const shown = fields.map(({ id }) => id).join();
  const [moved, setMoved] = useState<{ from: string; ids: string[] } | null>(null);
  const { run } = useRun();
  const [said, setSaid] = useState("");
  const next = useRef<string | null>(null);
  useEffect(() => {
    if (next.current !== null) document.getElementById(next.current)?.focus();
    next.current = null;
  });

  // What the server has drawn anew since stands.
  const ids = moved?.from === shown ? moved.ids : fields.map(({ id }) => id);
  const ordered = ids.flatMap((id) => fields.find((field) => field.id === id) ?? []);

  function move(place: number, by: -1 | 1) {
    const field = ordered[place];
    if (!field) return;
    const to = place + by;
    const fieldIds = ids.filter((id) => id !== field.id);
    fieldIds.splice(to, 0, field.id);
    const atEdge = by === -1 ? to === 0 : to === ids.length - 1;
    next.current = moveId(field.id, (by === -1) === atEdge ? "down" : "up");
    setSaid(texts.moved(field.name, format.number(to + 1), format.number(ids.length)));
    setMoved({ from: shown, ids: fieldIds });
    run(() => orderFieldsAction(slug, { fieldIds }), refresh).catch(reportError);
  }
  return { fields: ordered, move, said };
}
