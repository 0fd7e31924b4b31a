"use client";

import type { Locale } from "#lib/i18n/locales";
import { enPeople } from "#lib/i18n/messages/en-people";
import { frPeople } from "#lib/i18n/messages/fr-people";
import { useFormat } from "./language";

const texts: Record<Locale, typeof enPeople> = { en: enPeople, fr: frPeople };

/** The texts of the contacts' pages in the page's language. Its pages alone download them, in both languages. */
export const usePeopleMessages = () => texts[useFormat().locale];
