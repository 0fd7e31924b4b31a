"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Locale } from "#lib/i18n/locales";
import { enSandbox } from "#lib/i18n/messages/en-sandbox";
import { frSandbox } from "#lib/i18n/messages/fr-sandbox";

type SandboxMessages = typeof enSandbox;

const catalogues: Record<Locale, SandboxMessages> = { en: enSandbox, fr: frSandbox };
const SandboxContext = createContext<SandboxMessages | null>(null);

/** Gives the texts of the sandbox to everything below. Its pages alone download them, in both languages. */
export function SandboxLanguage({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <SandboxContext value={catalogues[locale]}>{children}</SandboxContext>;
}

/** The texts of the sandbox in the page's language. */
export function useSandboxMessages(): SandboxMessages {
  const messages = useContext(SandboxContext);
  if (!messages) throw new Error("useSandboxMessages needs a SandboxLanguage above it");
  return messages;
}
