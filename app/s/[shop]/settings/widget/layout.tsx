import type { ReactNode } from "react";
import { getLocale } from "../../../../_i18n/server";
import { SettingsLanguage } from "../../../../_i18n/settings-language";

export default async function WidgetSettingsLayout({ children }: { children: ReactNode }) {
  return <SettingsLanguage locale={await getLocale()}>{children}</SettingsLanguage>;
}
