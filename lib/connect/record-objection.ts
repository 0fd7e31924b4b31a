import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { inShop } from "#db/in-shop";
import { contacts, PURPOSES } from "#db/schema/contacts";
import { OBJECTION_WAYS, SAID_MAX } from "#lib/contacts/objection";
import { recordWithdrawal } from "#lib/contacts/record-permissions";
import { DAY, HOUR, now } from "#lib/core/clock";
import { env } from "#lib/core/env";
import { invalid, refused } from "#lib/core/errors";
import { isKeptAsIs } from "#lib/core/kept-text";
import type { MemberActor } from "#lib/shops/actor";
import { changeOfContact } from "./change-of-contact";
import { livingContact } from "./lock-contacts";

/**
 * What somebody told a member she wants no more of: how, on which day, and what she said, which the ledger keeps as
 * proof.
 */
export const RecordObjection = z.strictObject({
  contactId: z.uuid(),
  purposes: z.array(z.enum(PURPOSES)).min(1, "required").max(PURPOSES.length),
  way: z.enum(OBJECTION_WAYS, "invalid_choice"),
  heardOn: z.iso.date("asked_on"),
  said: z.string().trim().min(1, "required").max(SAID_MAX, "too_long").refine(isKeptAsIs, "message_nul"),
});
export type RecordObjection = z.output<typeof RecordObjection>;

/** Somewhere on earth it is that much later. */
const MOST_AHEAD_MS = 14 * HOUR;

/**
 * Adds to the ledger what a shopper told by telephone, by mail, by letter or at the counter, with who wrote it down. It
 * takes effect as her own act does: at once, on what waits too, and only she can allow anew. An earlier day counts to its
 * end, so that what she allowed later stands. A day to come, or over a year ago, is refused. Source: GDPR article 21.
 */
export async function recordObjection(actor: MemberActor, input: RecordObjection): Promise<{ contactId: string }> {
  const { shopId, memberId } = actor;
  const { way, heardOn, said } = input;
  const ends = new Date(`${heardOn}T23:59:59Z`);
  const age = now().getTime() - ends.getTime();
  if (age < -DAY - MOST_AHEAD_MS || age > 366 * DAY) throw invalid("invalid", {}, { heardOn: "asked_on" });
  return inShop(shopId, async (tx) => {
    const contactId = await livingContact(tx, shopId, input.contactId);
    const [contact] = await tx
      .select({ locale: contacts.locale, erasedAt: contacts.erasedAt })
      .from(contacts)
      .where(and(eq(contacts.shopId, shopId), eq(contacts.id, contactId)));
    if (contact?.erasedAt) throw refused("contact_erased");
    const hand = {
      locale: contact?.locale === "fr" ? ("fr" as const) : ("en" as const),
      source: `${env().PUBLIC_URL}/s/${actor.shopSlug}/contacts/${contactId}`,
      proof: { memberId, way, heardOn, said },
    };
    await changeOfContact(tx, { shopId, contactId, hand }, async (tx, shopId, mine) => {
      const act = { ...mine, act: "objection" as const, ...(age > 0 ? { at: ends } : {}) };
      const offers = input.purposes.filter((purpose) => purpose === "offers");
      const others = input.purposes.filter((purpose) => purpose !== "offers");
      const purposes = [
        ...(await recordWithdrawal(tx, shopId, { ...act, purposes: others })),
        ...(await recordWithdrawal(tx, shopId, { ...act, purposes: offers, action: "objected" })),
      ];
      return purposes.length > 0 ? { type: "permission_withdrawn", purposes } : null;
    });
    return { contactId };
  });
}
