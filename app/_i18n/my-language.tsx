"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Locale } from "#lib/i18n/locales";
import { enMine } from "#lib/i18n/messages/en-mine";
import { frMine } from "#lib/i18n/messages/fr-mine";

type MyMessages = typeof enMine;

const catalogues: Record<Locale, MyMessages> = { en: enMine, fr: frMine };
const MyContext = createContext<MyMessages | null>(null);

/** Gives the texts of the shopper's own place to everything below. Its pages alone download them, in both languages. */
export function MyLanguage({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <MyContext value={catalogues[locale]}>{children}</MyContext>;
}

/** The texts of the shopper's own place in the page's language. */
export function useMyMessages(): MyMessages {
  const messages = useContext(MyContext);
  if (!messages) throw new Error("useMyMessages needs a MyLanguage above it");
  return messages;
}
