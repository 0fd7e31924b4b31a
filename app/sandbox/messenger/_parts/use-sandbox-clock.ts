"use client";

import { useMemo, useSyncExternalStore } from "react";
import { useFormat } from "#app/_i18n/language";
import { formatIn } from "#lib/i18n/format";
import { useThePhone } from "./messenger-context";

const UTC = "UTC";
const never = () => () => undefined;

/**
 * A formatter in the browser's own zone whose present is the sandbox's, and what its clock shows, said from the real
 * day. While the page wakes up it says UTC, as the server drew it.
 */
export function useSandboxClock() {
  const { locale } = useFormat();
  const { at } = useThePhone().state.clock;
  const zone = useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => UTC,
  );
  return useMemo(() => {
    const format = formatIn(locale, zone, () => new Date(at));
    const exact = new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeStyle: "medium", hourCycle: "h23" });
    const toTheSecond = (instant: string) => exact.format(new Date(instant));
    return { format, toTheSecond, time: format.time(at), dayAndTime: formatIn(locale, zone).dayAndTime(at) };
  }, [locale, zone, at]);
}
