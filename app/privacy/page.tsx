import type { Metadata } from "next";
import { LanguageSwitch } from "#app/_preferences/language-switch";
import { legalFor } from "#lib/i18n/legal";
import { Document } from "#ui/document";
import { getLocale } from "../_i18n/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: legalFor(await getLocale()).privacy.title };
}

export default async function PrivacyPage() {
  const { privacy, updated } = legalFor(await getLocale());
  return <Document {...privacy} updated={updated} actions={<LanguageSwitch />} />;
}
