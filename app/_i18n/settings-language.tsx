"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Locale } from "#lib/i18n/locales";
import { enSettings } from "#lib/i18n/messages/en-settings";
import { frSettings } from "#lib/i18n/messages/fr-settings";

type SettingsMessages = typeof enSettings;

const catalogues: Record<Locale, SettingsMessages> = { en: enSettings, fr: frSettings };
const SettingsContext = createContext<SettingsMessages | null>(null);

/** Gives the texts of the settings to everything below. Its pages alone download them, in both languages. */
export function SettingsLanguage({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <SettingsContext value={catalogues[locale]}>{children}</SettingsContext>;
}

/** The texts of the settings in the page's language. */
export function useSettingsMessages(): SettingsMessages {
  const messages = useContext(SettingsContext);
  if (!messages) throw new Error("useSettingsMessages needs a SettingsLanguage above it");
  return messages;
}
