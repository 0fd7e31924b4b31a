import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LanguageSwitch } from "#app/_preferences/language-switch";
import { env } from "#lib/core/env";
import { kitFor } from "#lib/i18n/kit";
import { Logo } from "#ui/logo";
import { getLocale, getMessages } from "../_i18n/server";
import { getTheme } from "../_preferences/get-theme";
import { ThemeSwitch } from "../_preferences/theme-switch";
import { Buttons } from "./_parts/buttons";
import { Colours } from "./_parts/colours";
import { Forms } from "./_parts/forms";
import { Layers } from "./_parts/layers";
import { Receipts } from "./_parts/receipts";
import { LoadingAndEmpty, TableSample } from "./_parts/rest";
import { Section } from "./_parts/section";
import { Feedback, People, Permissions, Windows } from "./_parts/states";
import { TypeScale } from "./_parts/type-scale";

export async function generateMetadata(): Promise<Metadata> {
  return { title: kitFor(await getLocale()).title };
}

/** Every control in every state. Only a sandbox shows it. */
export default async function KitPage() {
  if (!env().sandbox) notFound();
  const [locale, messages, theme] = await Promise.all([getLocale(), getMessages(), getTheme()]);
  const texts = kitFor(locale);
  return (
    <main
      id="content"
      className="mx-auto grid max-w-360 grid-cols-1 gap-x-6 gap-y-8 px-5 py-10 md:px-12 lg:grid-cols-12"
    >
      <header className="flex flex-wrap items-center gap-x-6 gap-y-3 lg:col-span-12">
        <Logo height={40} />
        <h1 className="sr-only">{texts.title}</h1>
        <p className="min-w-0 grow basis-60 text-ink-3 text-label">{texts.lead}</p>
        <LanguageSwitch />
        <ThemeSwitch current={theme} />
      </header>
      <Section title={texts.colour} span="whole">
        <Colours />
      </Section>
      <Section title={texts.type}>
        <TypeScale texts={texts} />
      </Section>
      <Section title={texts.buttons}>
        <Buttons texts={texts} />
      </Section>
      <Section title={texts.people}>
        <People texts={texts} messages={messages} />
      </Section>
      <Section title={texts.forms} span="whole">
        <Forms texts={texts} />
      </Section>
      <Section title={texts.permissionStates}>
        <Permissions texts={texts} messages={messages} />
      </Section>
      <Section title={texts.windows}>
        <Windows texts={texts} />
      </Section>
      <Section title={texts.feedback}>
        <Feedback texts={texts} messages={messages} />
      </Section>
      <Section title={texts.receiptsTitle} span="whole">
        <Receipts texts={texts} />
      </Section>
      <Section title={texts.layers}>
        <Layers texts={texts} />
      </Section>
      <Section title={texts.loadingTitle}>
        <LoadingAndEmpty texts={texts} messages={messages} />
      </Section>
      <Section title={texts.tableTitle}>
        <TableSample texts={texts} messages={messages} />
      </Section>
    </main>
  );
}
