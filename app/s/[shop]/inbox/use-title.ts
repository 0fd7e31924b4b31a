"use client";

import { useEffect } from "react";
import { useMessages } from "../../../_i18n/language";

/** Names the tab after what is on screen, since moving between conversations asks the server for no page. */
export function useTitle(title: string): void {
  const { common } = useMessages();
  useEffect(() => {
    document.title = `${title} · ${common.product}`;
  }, [title, common.product]);
}
