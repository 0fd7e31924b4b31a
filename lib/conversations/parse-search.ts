/** What an operator may be called, in either language, by its one name. */
const OPERATORS: Record<string, SearchKey> = {
  from: "from",
  de: "from",
  in: "in",
  dans: "in",
  is: "is",
  est: "is",
  has: "has",
  avec: "has",
  tag: "tag",
  etiquette: "tag",
  assigned: "assigned",
  attribue: "assigned",
  order: "order",
  commande: "order",
  before: "before",
  avant: "before",
  after: "after",
  apres: "after",
};
/** What the closed lists of values are called in either language. */
const VALUES: Partial<Record<SearchKey, Record<string, string>>> = {
  in: { web: "web_chat", chat: "web_chat", web_chat: "web_chat", messenger: "messenger" },
  is: {
    open: "open",
    ouverte: "open",
    snoozed: "snoozed",
    "en-veille": "snoozed",
    closed: "closed",
    fermee: "closed",
    spam: "spam",
    indesirable: "spam",
    unread: "unread",
    "non-lue": "unread",
  },
  has: {
    receipt: "receipt",
    recu: "receipt",
    photo: "photo",
    file: "file",
    fichier: "file",
    voice: "voice",
    vocal: "voice",
    video: "video",
    note: "note",
  },
};

export type SearchKey = "from" | "in" | "is" | "has" | "tag" | "assigned" | "order" | "before" | "after";
/** `source`: as it was written, so that a search without it can be offered. */
export type SearchFilter = { key: SearchKey; value: string; not: boolean; source: string };
export type SearchTerm = { words: string; not: boolean; source: string };
export type ParsedSearch = { terms: SearchTerm[]; filters: SearchFilter[] };

const PIECE = /(-?)(?:([\p{L}]+):)?(?:["«“]([^"»”]*)["»”]?|(\S+))/gu;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The value an operator means; null where it means none, and the whole is read as words. */
function meantBy(key: SearchKey, written: string): string | null {
  const listed = VALUES[key];
  if (listed) return Object.hasOwn(listed, plain(written)) ? (listed[plain(written)] ?? null) : null;
  if (key === "before" || key === "after")
    return DAY.test(written) && !Number.isNaN(Date.parse(written)) ? written : null;
  if (key === "order") return written.replace(/^#/, "") || null;
  return written || null;
}

/**
 * Reads what was typed to search: words, "phrases", `-` before what must not be there, and operators in English or
 * French. What looks like an operator and is none is searched as words.
 */
export function parseSearch(text: string): ParsedSearch {
  const parsed: ParsedSearch = { terms: [], filters: [] };
  for (const [source, minus, name, phrase, word] of text.matchAll(PIECE)) {
    const not = minus === "-";
    const written = (phrase ?? word ?? "").trim();
    const key = name && Object.hasOwn(OPERATORS, plain(name)) ? OPERATORS[plain(name)] : undefined;
    const value = key ? meantBy(key, written) : null;
    if (key && value !== null) parsed.filters.push({ key, value, not, source });
    else {
      const words = name ? `${name} ${written}` : written;
      if (/[\p{L}\p{N}]/u.test(words)) parsed.terms.push({ words, not, source });
    }
  }
  return parsed;
}

/** The search without one of its parts. */
export function without(text: string, source: string): string {
  const part = [...text.matchAll(PIECE)].find(([piece]) => piece === source);
  if (!part) return text;
  const [before, after] = [text.slice(0, part.index), text.slice(part.index + source.length)];
  return `${before}${after}`.replace(/\s+/g, " ").trim();
}
