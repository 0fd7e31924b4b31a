"use client";

import type { ReactNode } from "react";
import { enSandbox } from "#lib/i18n/messages/en-sandbox";
import { SandboxTexts } from "./sandbox-language";

export default function SandboxEnglish({ children }: { children: ReactNode }) {
  return <SandboxTexts value={enSandbox}>{children}</SandboxTexts>;
}
