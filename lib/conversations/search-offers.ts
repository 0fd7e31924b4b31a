import { fold } from "#lib/core/fold";
import type { Locale } from "#lib/i18n/locales";
import type { SearchKey } from "./parse-search";

/** What the operators of a search are called, as each language offers them; `parseSearch` reads both. */
const NAMES: Record<Locale, Record<SearchKey, string>> = {
  en: {
    ...{ from: "from", in: "in", is: "is", has: "has", tag: "tag", assigned: "assigned", order: "order" },
    ...{ before: "before", after: "after" },
  },
  fr: {
    ...{ from: "de", in: "dans", is: "est", has: "avec", tag: "étiquette", assigned: "attribué", order: "commande" },
    ...{ before: "avant", after: "après" },
  },
};
const LISTED: Record<Locale, Partial<Record<SearchKey, readonly string[]>>> = {
  en: {
    in: ["web", "messenger"],
    is: ["open", "unread", "snoozed", "closed", "spam"],
    has: ["photo", "file", "voice", "video", "note", "receipt"],
    from: ["me"],
    assigned: ["me", "nobody"],
  },
  fr: {
    in: ["web", "messenger"],
    is: ["ouverte", "non-lue", "en-veille", "fermée", "indésirable"],
    has: ["photo", "fichier", "vocal", "vidéo", "note", "reçu"],
    from: ["moi"],
    assigned: ["moi", "personne"],
  },
};

/** What may stand for what is typed: an operator to go on from (`tag:`), or one with its value. */
export type SearchOffer = { key: SearchKey; words: string; whole: boolean };
/** What the shop has to be named: its tags, and the day that is today there (`2026-11-30`). */
export type Named = { tags: readonly string[]; today: string };

const KEYS = Object.keys(NAMES.en) as SearchKey[];
const begins = (word: string, typed: string) => fold(word).startsWith(fold(typed));
const quoted = (value: string) => (/\s/.test(value) ? `"${value}"` : value);

function valuesOf(key: SearchKey, language: Locale, { tags, today }: Named): readonly string[] {
  if (key === "tag") return tags;
  if (key === "before" || key === "after") return [today];
  return LISTED[language][key] ?? [];
}

/**
 * Offers for the last part of a search that is being typed: operators whose name begins so, in the reader's language and
 * else in the other; after the colon, values in the language of the operator.
 */
export function searchOffers(typed: string, reader: Locale, named: Named): SearchOffer[] {
  const [name = "", value] = typed.split(/:(.*)/s, 2);
  if (name === "") return [];
  const languages: readonly Locale[] = reader === "fr" ? ["fr", "en"] : ["en", "fr"];
  for (const language of languages) {
    const names = NAMES[language];
    if (value === undefined) {
      const found = KEYS.filter((key) => begins(names[key], name));
      if (found.length > 0) return found.map((key) => ({ key, words: `${names[key]}:`, whole: false }));
      continue;
    }
    const key = KEYS.find((one) => fold(names[one]) === fold(name));
    if (!key) continue;
    const written = value.replace(/^["«“]/, "");
    return valuesOf(key, language, named)
      .filter((one) => begins(one, written) && fold(one) !== fold(written))
      .map((one) => ({ key, words: `${names[key]}:${quoted(one)}`, whole: true }));
  }
  return [];
}
