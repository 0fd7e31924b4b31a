"use client";

import type { ReactNode } from "react";
import { frSettings } from "#lib/i18n/messages/fr-settings";
import { SettingsTexts } from "./settings-language";

export default function SettingsFrench({ children }: { children: ReactNode }) {
  return <SettingsTexts value={frSettings}>{children}</SettingsTexts>;
}
