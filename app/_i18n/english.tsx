"use client";

import type { ReactNode } from "react";
import { enPage } from "#lib/i18n/messages/en-page";
import { Language } from "./language";

export default function English({ children }: { children: ReactNode }) {
  return <Language messages={enPage}>{children}</Language>;
}
