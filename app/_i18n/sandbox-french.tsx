"use client";

import type { ReactNode } from "react";
import { frSandbox } from "#lib/i18n/messages/fr-sandbox";
import { SandboxTexts } from "./sandbox-language";

export default function SandboxFrench({ children }: { children: ReactNode }) {
  return <SandboxTexts value={frSandbox}>{children}</SandboxTexts>;
}
