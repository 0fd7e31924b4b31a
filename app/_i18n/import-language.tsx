"use client";

import type { Locale } from "#lib/i18n/locales";
import { enImports } from "#lib/i18n/messages/en-imports";
import { frImports } from "#lib/i18n/messages/fr-imports";
import { useFormat } from "./language";

const texts: Record<Locale, typeof enImports> = { en: enImports, fr: frImports };

/** The texts of the pages that bring a file in, in the page's language. They alone download them, in both languages. */
export const useImportMessages = () => texts[useFormat().locale];
