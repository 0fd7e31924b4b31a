"use client";

import { useSyncExternalStore } from "react";
import { keepText, keptText } from "../kept-text";

export type SendChoice = "send" | "close";

const KEY = "comptoir:send-choice";
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const read = (): SendChoice => (keptText(KEY) === "close" ? "close" : "send");

/** What the send button does: what the member last chose on this browser. */
export function useSendChoice(): [choice: SendChoice, choose: (choice: SendChoice) => void] {
  const choice = useSyncExternalStore(subscribe, read, (): SendChoice => "send");
  const choose = (next: SendChoice) => {
    keepText(KEY, next === "send" ? "" : next);
    for (const listener of listeners) listener();
  };
  return [choice, choose];
}
