"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import { useFormat, useMessages } from "#app/_i18n/language";
import type { Outcome, Problem } from "#lib/http/outcome";
import type { Locale } from "#lib/i18n/locales";
import { Banner } from "#ui/banner";
import { Button } from "#ui/button";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Select } from "#ui/select";
import { AddressField } from "./address-field";
import type { Choice } from "./choices";
import { LanguageChips } from "./language-chips";
import { slugOf } from "./slug";
import { useAddressCheck } from "./use-address-check";
import { useBrowserZone } from "./use-browser-zone";

export type NewShop = {
  name: string;
  slug: string;
  website: string;
  timeZone: string;
  currency: string;
  locales: Locale[];
};

export type CreateShopFormProps = {
  /** The fixed beginning of a counter's address: "comptoir.example/s/". */
  addressBase: string;
  timeZones: readonly string[];
  currencies: readonly Choice[];
  create: (shop: NewShop) => Promise<Outcome<{ slug: string }>>;
  check: (slug: string) => Promise<Outcome<boolean>>;
};

/** One form, and the shop is open. Refusals stand on their field; what was typed stays. */
export function CreateShopForm({ addressBase, timeZones, currencies, create, check }: CreateShopFormProps) {
  const { shop, common } = useMessages();
  const { locale } = useFormat();
  const router = useRouter();
  const [name, setName] = useState("");
  const [typedSlug, setTypedSlug] = useState<string | null>(null);
  const [website, setWebsite] = useState("");
  const [chosenZone, setChosenZone] = useState<string | null>(null);
  const [currency, setCurrency] = useState("EUR");
  const [locales, setLocales] = useState<Locale[]>([locale]);
  const [problem, setProblem] = useState<Pick<Problem, "message" | "fields"> | null>(null);
  const [pending, start] = useTransition();
  const browserZone = useBrowserZone(timeZones, "Europe/Paris");
  const slug = typedSlug ?? slugOf(name);
  const timeZone = chosenZone ?? browserZone;
  const state = useAddressCheck(slug, check);
  const wrong = problem?.fields ?? {};

  const submit = (event: FormEvent) => {
    event.preventDefault();
    start(async () => {
      const outcome = await create({ name, slug, website, timeZone, currency, locales }).catch(() => null);
      if (outcome?.ok) router.push(`/s/${outcome.value.slug}/inbox`);
      else setProblem(outcome?.problem ?? { message: common.noConnection });
    });
  };

  return (
    <form onSubmit={submit} aria-label={shop.create.formLabel} className="grid gap-4">
      {problem ? (
        <Banner tone="danger" role="alert">
          {problem.message}
        </Banner>
      ) : null}
      <Field label={shop.create.name} error={wrong.name}>
        {(control) => (
          <Input
            {...control}
            name="name"
            required
            maxLength={80}
            autoComplete="organization"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <AddressField value={slug} onChange={setTypedSlug} base={addressBase} state={state} error={wrong.slug} />
      <Field label={shop.create.website} hint={shop.create.websiteHint} error={wrong.website}>
        {(control) => (
          <Input
            {...control}
            name="website"
            inputMode="url"
            autoComplete="url"
            autoCapitalize="none"
            value={website}
            onChange={(event) => setWebsite(event.target.value)}
          />
        )}
      </Field>
      <div className="grid gap-x-3 gap-y-4 sm:grid-cols-2">
        <Field label={shop.create.timeZone} error={wrong.timeZone}>
          {(control) => (
            <Select
              {...control}
              name="timeZone"
              value={timeZone}
              onChange={(event) => setChosenZone(event.target.value)}
            >
              {timeZones.map((zone) => (
                <option key={zone}>{zone}</option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={shop.create.currency} error={wrong.currency}>
          {(control) => (
            <Select {...control} name="currency" value={currency} onChange={(event) => setCurrency(event.target.value)}>
              {currencies.map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {choice.label}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <LanguageChips value={locales} onChange={setLocales} error={wrong.locales} />
      <Button type="submit" variant="primary" size="lg" block busy={pending} className="mt-1">
        {shop.create.submit(name.trim())}
      </Button>
      <p className="text-caption text-ink-3">{shop.create.next}</p>
    </form>
  );
}
