"use client";

import { createContext, useContext } from "react";
import type { enSandbox } from "#lib/i18n/messages/en-sandbox";

type SandboxMessages = typeof enSandbox;

/** Gives one language's texts of the sandbox to everything below. Chosen by `SandboxLanguage`. */
export const SandboxTexts = createContext<SandboxMessages | null>(null);

/** The texts of the sandbox in the page's language. */
export function useSandboxMessages(): SandboxMessages {
  const messages = useContext(SandboxTexts);
  if (!messages) throw new Error("useSandboxMessages needs a SandboxLanguage above it");
  return messages;
}
