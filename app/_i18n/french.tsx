"use client";

import type { ReactNode } from "react";
import { frPage } from "#lib/i18n/messages/fr-page";
import { Language } from "./language";

export default function French({ children }: { children: ReactNode }) {
  return <Language messages={frPage}>{children}</Language>;
}
