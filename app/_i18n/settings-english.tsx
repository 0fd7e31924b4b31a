"use client";

import type { ReactNode } from "react";
import { enSettings } from "#lib/i18n/messages/en-settings";
import { SettingsTexts } from "./settings-language";

export default function SettingsEnglish({ children }: { children: ReactNode }) {
  return <SettingsTexts value={enSettings}>{children}</SettingsTexts>;
}
