"use client";

import type { Locale } from "#lib/i18n/locales";
import { enSettings } from "#lib/i18n/messages/en-settings";
import { frSettings } from "#lib/i18n/messages/fr-settings";
import { useFormat } from "./language";

const texts: Record<Locale, typeof enSettings> = { en: enSettings, fr: frSettings };

/** The texts of the settings in the page's language. Its pages alone download them, in both languages. */
export const useSettingsMessages = () => texts[useFormat().locale];
