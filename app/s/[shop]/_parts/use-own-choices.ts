"use client";

import { startTransition, useSyncExternalStore } from "react";
import type { Locale } from "#lib/i18n/locales";
import { notify } from "#ui/toast";
import { useFormat, useMessages } from "../../../_i18n/language";
import { chooseLocale, chooseTheme } from "../../../_preferences/actions";
import { type Theme, themeOf } from "../../../_preferences/theme";
import { signOut } from "../sign-out";
import { useShop } from "./live-shop";

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The language and the theme of this browser, the way to choose others, and the way out. `first`: the theme the page was drawn with. */
export function useOwnChoices(first: Theme = "system") {
  const { common } = useMessages();
  const { locale } = useFormat();
  const { refresh } = useShop();
  const theme = useSyncExternalStore(
    subscribe,
    () => themeOf(document.documentElement.dataset.theme),
    () => first,
  );
  const speak = (chosen: Locale) =>
    startTransition(async () => {
      await chooseLocale(chosen);
      refresh();
    });
  const light = (chosen: Theme) => {
    document.documentElement.dataset.theme = chosen;
    for (const listener of listeners) listener();
    startTransition(() => chooseTheme(chosen));
  };
  const leave = () => signOut().catch(() => notify(common.noConnection, { outcome: "failed" }));
  return { locale, speak, theme, light, leave };
}
