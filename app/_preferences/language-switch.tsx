"use client";

import { Globe } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useFormat, useMessages } from "#app/_i18n/language";
import { isLocale, LOCALE_NAMES, LOCALES } from "#lib/i18n/locales";
import { Select } from "#ui/select";
import { chooseLocale } from "./actions";

/** Chooses the language of the interface and remembers it on this browser. */
export function LanguageSwitch() {
  const { common } = useMessages();
  const { locale } = useFormat();
  const router = useRouter();
  const [pending, start] = useTransition();
  const choose = (value: string) => {
    if (!isLocale(value)) return;
    start(async () => {
      await chooseLocale(value);
      router.refresh();
    });
  };
  return (
    <Select
      look="quiet"
      aria-label={common.language}
      aria-busy={pending}
      lead={<Globe aria-hidden="true" size={16} />}
      value={locale}
      onChange={(event) => choose(event.target.value)}
    >
      {LOCALES.map((option) => (
        <option key={option} value={option} lang={option}>
          {LOCALE_NAMES[option]}
        </option>
      ))}
    </Select>
  );
}
