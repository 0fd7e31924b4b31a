"use client";

import type { ReactNode } from "react";
import { useFormat, ZoneProvider } from "../../_i18n/language";
import { useOwnZone } from "./use-own-zone";

type Props = {
  /** The zone in which the server drew the page (IANA). */
  first: string;
  /** When the server drew the page (ISO 8601). */
  drawnAt: string;
  children: ReactNode;
};

/** Says every instant below in the shopper's own zone. */
export function MyZone({ first, drawnAt, children }: Props) {
  const { locale } = useFormat();
  return (
    <ZoneProvider locale={locale} timeZone={useOwnZone(first)} drawnAt={drawnAt}>
      {children}
    </ZoneProvider>
  );
}
