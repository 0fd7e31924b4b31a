"use client";

import type { ReactNode } from "react";
import { en } from "#lib/i18n/messages/en";
import { Language } from "./language";

export default function English({ children }: { children: ReactNode }) {
  return <Language messages={en}>{children}</Language>;
}
