"use client";

import { keptChoice, useKept } from "../kept-choice";

/** From this width the details have a place of their own beside the conversation. Source: DESIGN §5. */
const ROOM = "(width >= 75rem)";

const kept = keptChoice("comptoir:details", ["shown", "hidden"], "shown");

/** Whether the details stand beside the conversation here, and not over it. */
export function hasRoom(): boolean {
  return matchMedia(ROOM).matches;
}

/** Whether the details are shown where there is room for them, as this browser was told. */
export function useDocked() {
  const [choice, choose] = useKept(kept);
  const docked = choice === "shown";
  return { docked, dock: () => choose("shown"), toggle: () => choose(docked ? "hidden" : "shown") };
}
