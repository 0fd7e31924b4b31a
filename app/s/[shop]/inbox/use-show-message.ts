"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { ThreadPlace } from "#lib/conversations/excerpt";
import { notify } from "#ui/toast";
import { useMessages } from "../../../_i18n/language";
import type { Excerpt } from "./use-excerpt";

const elementOf = (id: string) => document.getElementById(`message-${id}`);

/**
 * Brings a message of the thread into sight, wherever it stands; answers with the one shown last. `drawn` changes
 * whenever more of the thread is on the screen.
 */
export function useShowMessage(goTo: Excerpt["goTo"], drawn: unknown) {
  const { inbox, common } = useMessages();
  const [wanted, setWanted] = useState<string | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const asked = useRef(0);

  useEffect(() => {
    const element = wanted === null ? null : elementOf(wanted);
    if (!element || drawn === null) return;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "center" });
    element.addEventListener("blur", () => setShown(null), { once: true });
    setShown(wanted);
    setWanted(null);
  }, [wanted, drawn]);

  const show = useCallback(
    async (place: ThreadPlace) => {
      asked.current += 1;
      const mine = asked.current;
      if ("message" in place && elementOf(place.message)) return setWanted(place.message);
      const found = await goTo(place);
      if (mine !== asked.current) return;
      if (!found.ok) notify(found.problem.message || common.noConnection, { outcome: "failed" });
      else if (found.value) setWanted(found.value.id);
      else notify(inbox.nothingSince);
    },
    [goTo, inbox, common],
  );
  return [shown, show] as const;
}
