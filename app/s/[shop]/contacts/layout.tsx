import type { ReactNode } from "react";
import { PeopleLanguage } from "../../../_i18n/people-language";
import { getLocale } from "../../../_i18n/server";

export default async function ContactsLayout({ children }: { children: ReactNode }) {
  return <PeopleLanguage locale={await getLocale()}>{children}</PeopleLanguage>;
}
