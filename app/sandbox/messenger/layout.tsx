import type { ReactNode } from "react";
import { SandboxLanguage } from "../../_i18n/sandbox-language";
import { getLocale } from "../../_i18n/server";

export default async function SandboxMessengerLayout({ children }: { children: ReactNode }) {
  return <SandboxLanguage locale={await getLocale()}>{children}</SandboxLanguage>;
}
