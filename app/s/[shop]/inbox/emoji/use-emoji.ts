"use client";

import { useEffect, useState } from "react";
import type { Emoji } from "#lib/conversations/find-emoji";
import type { Locale } from "#lib/i18n/locales";

type Groups = readonly (readonly Emoji[])[];

/** What was loaded, by language; a load that failed is tried again the next time. */
const loaded = new Map<Locale, Promise<Groups>>();

async function load(locale: Locale): Promise<Groups> {
  const response = await fetch(`/emoji/${locale}.json`);
  if (!response.ok) throw new Error(`emoji: ${response.status}`);
  return response.json();
}

function groupsIn(locale: Locale): Promise<Groups> {
  const asked = loaded.get(locale) ?? load(locale);
  loaded.set(locale, asked);
  asked.catch(() => loaded.delete(locale));
  return asked;
}

/**
 * The emoji with their names in a language, group by group; null until they are there, "failed" when they do not come.
 * Their names are those of the Unicode CLDR. Source and licences: public/emoji/LICENSE.txt.
 */
export function useEmoji(locale: Locale): Groups | "failed" | null {
  const [groups, setGroups] = useState<Groups | "failed" | null>(null);
  useEffect(() => {
    let stale = false;
    groupsIn(locale).then(
      (found) => stale || setGroups(found),
      () => stale || setGroups("failed"),
    );
    return () => {
      stale = true;
    };
  }, [locale]);
  return groups;
}
