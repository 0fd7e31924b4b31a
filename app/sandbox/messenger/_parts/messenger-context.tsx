"use client";

import { createContext, useContext } from "react";
import type { SandboxPerson } from "#lib/sandbox/people/person";
import type { Messenger } from "../use-messenger";

type ThePhone = Messenger & { people: readonly SandboxPerson[] };

const MessengerContext = createContext<ThePhone | null>(null);

export const MessengerProvider = MessengerContext.Provider;

/** The page's state, what can be done with it, and everybody one can be. */
export function useThePhone(): ThePhone {
  const messenger = useContext(MessengerContext);
  if (!messenger) throw new Error("useThePhone needs a MessengerProvider above it");
  return messenger;
}
