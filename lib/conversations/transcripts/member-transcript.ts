import { inShop } from "#db/in-shop";
import { notFound } from "#lib/core/errors";
import type { Locale } from "#lib/i18n/locales";
import { messagesFor } from "#lib/i18n/messages";
import type { MemberActor } from "#lib/shops/actor";
import { readShop } from "#lib/shops/load-shop";
import { readRow } from "../view-conversation";
import type { MemberTranscript } from "./input";
import type { Transcript } from "./write-transcript";

/** A conversation of the shop, as a member hands it on or keeps it: with the notes only where she asks for them. */
export async function memberTranscript(
  actor: MemberActor,
  { conversationId, notes, zone }: MemberTranscript,
  locale: Locale,
): Promise<Transcript> {
  return inShop(actor.shopId, async (tx) => {
    const row = await readRow(tx, actor.shopId, conversationId);
    if (!row) throw notFound("conversation");
    const shop = await readShop(tx, actor.shopId);
    const contactName = row.contact.name.trim();
    return {
      ...{ shopId: shop.id, shopName: shop.name, conversationId, locale, zone: zone ?? shop.timeZone },
      withWhom: contactName || messagesFor(locale).inbox.visitor,
      reader: { kind: "member", notes: notes === "true", contactName },
    };
  });
}
