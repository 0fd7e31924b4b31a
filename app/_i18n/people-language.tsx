"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Locale } from "#lib/i18n/locales";
import { enPeople } from "#lib/i18n/messages/en-people";
import { frPeople } from "#lib/i18n/messages/fr-people";

type PeopleMessages = typeof enPeople;

const catalogues: Record<Locale, PeopleMessages> = { en: enPeople, fr: frPeople };
const PeopleContext = createContext<PeopleMessages | null>(null);

/** Gives the texts of the contacts' pages to everything below. Its pages alone download them, in both languages. */
export function PeopleLanguage({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <PeopleContext value={catalogues[locale]}>{children}</PeopleContext>;
}

/** The texts of the contacts' pages in the page's language. */
export function usePeopleMessages(): PeopleMessages {
  const messages = useContext(PeopleContext);
  if (!messages) throw new Error("usePeopleMessages needs a PeopleLanguage above it");
  return messages;
}
