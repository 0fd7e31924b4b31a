"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** A key pressed with Ctrl or Cmd, as the reader's keyboard writes it; nothing until the browser has said which it is. */
export function useModKey(key: string): string {
  const mac = useSyncExternalStore(
    never,
    () => /mac|iphone|ipad/iu.test(navigator.platform),
    () => null,
  );
  if (mac === null) return "";
  return mac ? `⌘${key}` : `Ctrl ${key}`;
}
