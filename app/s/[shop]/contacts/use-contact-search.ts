"use client";

import { useEffect, useState } from "react";
import type { ContactRow } from "#lib/contacts/list-contacts";
import { fetchJson } from "../fetch-json";

const PAUSE_MS = 200;

type Found = { search: string; rows: ContactRow[] };

/** Contacts by any part of their name, asked for when the typing pauses. Null while nothing is asked or known yet. */
export function useContactSearch(slug: string, search: string): readonly ContactRow[] | null {
  const [found, setFound] = useState<Found | null>(null);
  const wanted = search.trim();
  useEffect(() => {
    if (wanted === "") return;
    let stale = false;
    const timer = setTimeout(async () => {
      const query = new URLSearchParams({ search: wanted, limit: "8" });
      const outcome = await fetchJson<{ contacts: ContactRow[] }>(`/api/v1/shops/${slug}/contacts?${query}`);
      if (!stale && outcome.ok) setFound({ search: wanted, rows: outcome.value.contacts });
    }, PAUSE_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [slug, wanted]);
  return wanted !== "" && found?.search === wanted ? found.rows : null;
}
