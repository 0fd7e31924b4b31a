"use client";

import { useEffect } from "react";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import { useShop } from "../_parts/live-shop";
import type { InboxLoader } from "./inbox-loader";

/** Neighbours are fetched once the reader stands still, so that passing through a list asks for nothing. */
const STILL_MS = 300;

/** Holds the threads next to the open one ready, so that J and K show them at once. */
export function usePrefetch(loader: InboxLoader, rows: readonly ConversationRow[], selected: string | null): void {
  const { threads } = useShop();
  const here = rows.findIndex((row) => row.id === selected);
  const near = [rows[here + 1], rows[here + 2], rows[here - 1]].filter((row) => row !== undefined);
  const wanted = near.map((row) => row.id).join();
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const id of wanted.split(",")) if (id && !threads.get(id)) loader.thread(id).catch(reportError);
    }, STILL_MS);
    return () => clearTimeout(timer);
  }, [wanted, loader, threads]);
}
