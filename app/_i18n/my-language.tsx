"use client";

import type { Locale } from "#lib/i18n/locales";
import { enMine } from "#lib/i18n/messages/en-mine";
import { frMine } from "#lib/i18n/messages/fr-mine";
import { useFormat } from "./language";

const texts: Record<Locale, typeof enMine> = { en: enMine, fr: frMine };

/** The texts of the shopper's own place in the page's language. Its pages alone download them, in both languages. */
export const useMyMessages = () => texts[useFormat().locale];
