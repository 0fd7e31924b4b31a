"use client";

import { createContext, useContext } from "react";
import type { Messenger } from "../use-messenger";

const MessengerContext = createContext<Messenger | null>(null);

export const MessengerProvider = MessengerContext.Provider;

/** The page's state and what can be done with it. */
export function useThePhone(): Messenger {
  const messenger = useContext(MessengerContext);
  if (!messenger) throw new Error("useThePhone needs a MessengerProvider above it");
  return messenger;
}
