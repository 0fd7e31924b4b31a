"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import type { Locale } from "#lib/i18n/locales";

const languages: Record<Locale, ReturnType<typeof dynamic<{ children: ReactNode }>>> = {
  en: dynamic(() => import("./sandbox-english")),
  fr: dynamic(() => import("./sandbox-french")),
};

/** The texts of the sandbox for the browser's side of its pages, which alone download them. */
export function SandboxLanguage({ locale, children }: { locale: Locale; children: ReactNode }) {
  const Chosen = languages[locale];
  return <Chosen>{children}</Chosen>;
}
