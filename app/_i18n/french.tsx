"use client";

import type { ReactNode } from "react";
import { fr } from "#lib/i18n/messages/fr";
import { Language } from "./language";

export default function French({ children }: { children: ReactNode }) {
  return <Language messages={fr}>{children}</Language>;
}
