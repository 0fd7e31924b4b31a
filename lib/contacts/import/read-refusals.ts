import { plainWord } from "#lib/core/csv/headings";
import { PURPOSE_LIST, type Purpose } from "../purposes";
import type { ContactField } from "./fields";

/** What a line says she took back. `firm`: said outright, so that it is kept even where nothing was allowed. */
export type Refusal = { purpose: Purpose; at: Date | null; firm: boolean };

/** Words of other programs, and our own `off`, for somebody who took a permission back. Not to have one says nothing. */
const TAKEN_BACK = new Set([
  ...["off", "withdrawn", "unsubscribed", "objected", "opted out", "opt out", "optout", "declined", "revoked", "stop"],
  ...["blocked", "blacklisted", "retire", "retiree", "desinscrit", "desinscrite", "desabonne", "desabonnee"],
  ...["oppose", "opposee", "s oppose"],
]);
/** Our own word for "not now": she was asked and did not allow, which is less than an objection. */
const NOT_NOW = new Set(["refused", "refuse", "refusee"]);
const YES = new Set([
  ...["yes", "y", "true", "1", "x", "oui", "o", "vrai", "on", "unsubscribed", "objected", "opted out", "blacklisted"],
  ...["desinscrit", "desinscrite", "desabonne", "desabonnee"],
]);

/** An instant as ISO 8601 writes it; null for anything else, for one that is still to come, and for the years before mail. */
function instantIn(text: string, now: Date): Date | null {
  if (!/^(19[7-9]\d|2\d{3})-\d{2}-\d{2}/.test(text)) return null;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) || at > now ? null : at;
}

/** A day as people write it, whose parts may stand in either order; what programs write for "never" is none. */
const DAY = /^(0?[1-9]|[12]\d|3[01])[./-](0?[1-9]|[12]\d|3[01])[./-](19[7-9]\d|2\d{3}|\d{2})(?!\d)/;

/**
 * What a line says she refused. A column may take back and never allow: "yes" under a permission is nobody's word but
 * the file's. Source: reference consent.md §2, permission.md.
 */
export function readRefusals(cell: (field: ContactField) => string, now = new Date()): Refusal[] {
  const found = PURPOSE_LIST.flatMap((purpose): Refusal[] => {
    const word = plainWord(cell(purpose));
    if (!TAKEN_BACK.has(word) && !NOT_NOW.has(word)) return [];
    return [{ purpose, at: instantIn(cell(`${purpose}_since`), now), firm: TAKEN_BACK.has(word) }];
  });
  const said = cell("objects");
  const at = instantIn(said, now);
  if (!at && !YES.has(plainWord(said)) && !DAY.test(said)) return found;
  return [...found.filter(({ purpose }) => purpose !== "offers"), { purpose: "offers", at, firm: true }];
}
