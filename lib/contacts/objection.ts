/** How a shopper can tell a member that she objects. */
export const OBJECTION_WAYS = ["phone", "mail", "letter", "in_person"] as const;
export type ObjectionWay = (typeof OBJECTION_WAYS)[number];

/** The longest words of hers that the ledger keeps as proof, in UTF-16 units: they outlive an erasure. */
export const SAID_MAX = 300;

/** What a member wrote down of an objection; null where a record is none of these. */
export type Told = { way: ObjectionWay; on: string; said: string };

/** Reads it from the proof of a ledger's record. */
export function toldIn({ way, heardOn, said }: Record<string, string>): Told | null {
  const known = OBJECTION_WAYS.find((one) => one === way);
  return known && heardOn && said ? { way: known, on: heardOn, said } : null;
}
