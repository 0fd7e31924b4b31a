"use client";

import type { Locale } from "#lib/i18n/locales";
import { enSandbox } from "#lib/i18n/messages/en-sandbox";
import { frSandbox } from "#lib/i18n/messages/fr-sandbox";
import { useFormat } from "./language";

const texts: Record<Locale, typeof enSandbox> = { en: enSandbox, fr: frSandbox };

/** The texts of the sandbox in the page's language. Its pages alone download them, in both languages. */
export const useSandboxMessages = () => texts[useFormat().locale];
