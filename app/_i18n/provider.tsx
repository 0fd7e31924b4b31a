"use client";

import dynamic from "next/dynamic";
import type { ComponentProps } from "react";
import type { Locale } from "#lib/i18n/locales";
import { ZoneProvider } from "./language";

const languages: Record<Locale, ReturnType<typeof dynamic<{ children: React.ReactNode }>>> = {
  en: dynamic(() => import("./english")),
  fr: dynamic(() => import("./french")),
};

/** Texts and formats for the browser's side of the page. The browser downloads the page's one language. */
export function LanguageProvider({ children, ...zone }: ComponentProps<typeof ZoneProvider>) {
  const Chosen = languages[zone.locale];
  return (
    <Chosen>
      <ZoneProvider {...zone}>{children}</ZoneProvider>
    </Chosen>
  );
}
