"use client";

import { useState } from "react";
import { useFormat } from "../../../_i18n/language";

/** The zones to choose from, the one that stands first: the one kept, and this browser's where that is another. */
export function useTimeZones(kept: string | undefined) {
  const { timeZone: shops } = useFormat();
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone || shops;
  const [timeZone, setTimeZone] = useState(kept ?? own);
  return { timeZone, setTimeZone, zones: [...new Set([kept ?? own, own])] };
}
