"use client";

import { Plus } from "lucide-react";
import { useMessages } from "#app/_i18n/language";
import { LOCALE_NAMES, LOCALES, type Locale } from "#lib/i18n/locales";
import { Chip, ChipButton } from "#ui/chip";

type Props = { value: readonly Locale[]; onChange: (value: Locale[]) => void; error?: string | undefined };

/** The languages a shop answers in: one at least. */
export function LanguageChips({ value, onChange, error }: Props) {
  const { shop, common } = useMessages();
  const missing = LOCALES.filter((locale) => !value.includes(locale));
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 font-label text-label">{shop.create.languages}</legend>
      <div className="flex flex-wrap items-center gap-2">
        {value.map((locale) => (
          <Chip
            key={locale}
            size="md"
            {...(value.length > 1
              ? {
                  onRemove: () => onChange(value.filter((other) => other !== locale)),
                  removeLabel: common.removeThing(LOCALE_NAMES[locale]),
                }
              : {})}
          >
            <span lang={locale}>{LOCALE_NAMES[locale]}</span>
          </Chip>
        ))}
        {missing.map((locale) => (
          <ChipButton
            key={locale}
            dashed
            icon={<Plus aria-hidden="true" size={12} />}
            onClick={() => onChange([...value, locale])}
          >
            <span className="sr-only">{common.add} </span>
            <span lang={locale}>{LOCALE_NAMES[locale]}</span>
          </ChipButton>
        ))}
      </div>
      {error ? <p className="text-caption text-danger-ink">{error}</p> : null}
    </fieldset>
  );
}
