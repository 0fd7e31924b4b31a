"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import { type Format, formatIn } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import type { PageMessages } from "#lib/i18n/messages";
import { useInstant } from "./use-instant";

const MessagesContext = createContext<PageMessages | null>(null);
const FormatContext = createContext<Format | null>(null);

/** Gives one language's texts to everything below. Chosen by `LanguageProvider`. */
export function Language({ messages, children }: { messages: PageMessages; children: ReactNode }) {
  return <MessagesContext value={messages}>{children}</MessagesContext>;
}

type ZoneProps = {
  locale: Locale;
  /** IANA zone in which instants are said below. */
  timeZone: string;
  /** When the server drew the page (ISO 8601): the first drawing in the browser says the same minutes. */
  drawnAt: string;
  children: ReactNode;
};

/** Says instants in one zone for everything below, and again every half minute. */
export function ZoneProvider({ locale, timeZone, drawnAt, children }: ZoneProps) {
  const instant = useInstant(drawnAt);
  const format = useMemo(() => formatIn(locale, timeZone, () => new Date(instant)), [locale, timeZone, instant]);
  return <FormatContext value={format}>{children}</FormatContext>;
}

/** The texts of the interface in the page's language. Settings and sandbox bring theirs: `useSettingsMessages`, `useSandboxMessages`. */
export function useMessages(): PageMessages {
  const messages = useContext(MessagesContext);
  if (!messages) throw new Error("useMessages needs a LanguageProvider above it");
  return messages;
}

/** The formatter of the page's language and zone; its `now` moves on every half minute. */
export function useFormat(): Format {
  const format = useContext(FormatContext);
  if (!format) throw new Error("useFormat needs a LanguageProvider above it");
  return format;
}
