import { mixesAlphabets, takenFor } from "#lib/core/look-alike";

/** Why a name may deceive whoever reads it: it looks like the shop's or a member's, or hides another alphabet's letters. */
export type NameCaution = { kind: "alike"; name: string } | { kind: "mixed" };

/** What is told of a name that a stranger chose; `known` are the members and the shop. Source: SPOOF-01. */
export function cautionOf(name: string, known: readonly { name: string }[]): NameCaution | null {
  if (name.trim() === "") return null;
  const alike = takenFor(name, known);
  if (alike) return { kind: "alike", name: alike.name };
  return mixesAlphabets(name) ? { kind: "mixed" } : null;
}
