"use client";

import { createContext, useContext } from "react";
import type { enSettings } from "#lib/i18n/messages/en-settings";

type SettingsMessages = typeof enSettings;

/** Gives one language's texts of the Messenger settings to everything below. Chosen by `SettingsLanguage`. */
export const SettingsTexts = createContext<SettingsMessages | null>(null);

/** The texts of the Messenger settings in the page's language. */
export function useSettingsMessages(): SettingsMessages {
  const messages = useContext(SettingsTexts);
  if (!messages) throw new Error("useSettingsMessages needs a SettingsLanguage above it");
  return messages;
}
