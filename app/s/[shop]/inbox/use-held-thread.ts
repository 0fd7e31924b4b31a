"use client";

import { useMemo, useState } from "react";
import type { ThreadView } from "#lib/conversations/load-thread";
import { type Timeline, timelineOf } from "#lib/conversations/timeline";
import { useShop } from "../_parts/live-shop";
import { useKeyed } from "../use-keyed";

/** What is held of a conversation: what came with the page until the store has it, and nothing once the store forgot it. */
export function useHeldThread(id: string | null, initial: ThreadView | null): Timeline | undefined {
  const { threads } = useShop();
  const first = useMemo(() => initial && timelineOf(initial), [initial]);
  const [taken, setTaken] = useState<string | null>(null);
  const held = useKeyed(threads, id ?? "");
  if (held && taken !== id) setTaken(id);
  if (held || taken === id || first?.row.id !== id) return held;
  return first;
}
