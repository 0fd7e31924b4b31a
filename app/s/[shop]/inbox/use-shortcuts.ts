"use client";

import { useEffect, useEffectEvent } from "react";
import { useSingleKeys } from "../use-single-keys";

const LAYERS = "[role=menu], [role=dialog], [role=alertdialog], dialog[open]";

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input:not([type=checkbox]), textarea, select"))
  );
}

/** Begins the name of what is pressed with Ctrl or Cmd: no single key, so nobody has to switch it off. */
const MOD = "mod+";

/** A letter pressed with Shift is another key than the letter; a sign such as `?` is typed with Shift on many keyboards. */
function keyOf({ key, shiftKey, metaKey, ctrlKey }: KeyboardEvent): string {
  const typed = key.toLowerCase();
  if (metaKey || ctrlKey) return `${MOD}${shiftKey ? "shift+" : ""}${typed}`;
  return shiftKey && /^\p{L}$/u.test(key) ? `shift+${typed}` : typed;
}

/** How long the second key of a pair may take. */
const PAIR_MS = 1_500;
/** The key that begins pairs: `g` then `i`. */
const LEAD = "g";
const NEVER = Number.NEGATIVE_INFINITY; // an event's time counts from the page's own beginning
let lead = NEVER;

/**
 * Keys that do something when pressed alone, by `KeyboardEvent.key` in lower case, in pairs as `g i`, or a letter with
 * Shift as `shift+u`. They are left alone while somebody types, while a layer is open, and for whoever switched them off.
 * `mod+a` is the key with Ctrl or Cmd, whatever was switched off.
 */
export function useShortcuts(keys: Record<string, () => void>): void {
  const [on] = useSingleKeys();
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.repeat) return;
    if (isTyping(event.target) || document.querySelector(LAYERS)) return;
    const typed = keyOf(event);
    const single = !typed.startsWith(MOD);
    if (single && !on) return;
    const key = single && event.timeStamp - lead < PAIR_MS && typed !== LEAD ? `${LEAD} ${typed}` : typed;
    if (typed === LEAD) lead = event.timeStamp;
    if (!Object.hasOwn(keys, key)) return;
    lead = NEVER;
    event.preventDefault();
    keys[key]?.();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
