import { z } from "zod";
import type { Tx } from "#db/in-shop";
import { useChatReference as joinByReference } from "#lib/connect/chat-reference";
import { recordWithdrawal } from "#lib/contacts/record-permissions";
import { readShop } from "#lib/shops/load-shop";
import { takeTick } from "./checkbox";
import { Id, Words } from "./hook-values";
import { atOf, Common, readItem } from "./item-shapes";
import { knowPerson } from "./known-person";
import type { Place } from "./place";
import type { HookItem } from "./read-items";
import { tellEvent } from "./tell-event";

const Optin = z.object({
  type: Words.nullish(),
  ref: Words.nullish(),
  user_ref: Words.nullish(),
  notification_messages_status: z.string().nullish(),
});
/** Whoever ticked a checkbox is nobody yet: there is no sender, or one that carries the `user_ref` alone. */
const Sender = z.object({ id: Id.optional(), user_ref: Words.optional() });
const OptinItem = Common.extend({ sender: Sender.optional(), optin: Optin });

/** The platform prints it with a space in one place and with an underscore in another. */
const STOPPED = /^STOP[ _]NOTIFICATIONS$/i;

/**
 * An opt-in of any kind. It is told in the thread and gives no permission of ours, nor does it open the reply window; one
 * that ends notifications withdraws offers. A checkbox's has no sender: whose it is, the platform says when she writes.
 */
export async function takeOptin(tx: Tx, place: Place, item: HookItem): Promise<void> {
  const { sender, optin, timestamp } = readItem(OptinItem, item);
  const at = atOf(item, timestamp);
  const ref = optin.ref ?? null;
  const userRef = optin.user_ref ?? sender?.user_ref;
  const psid = sender?.id;
  if (!psid) return userRef ? takeTick(tx, place, item, { userRef, ref, at }) : undefined;
  if (STOPPED.test(optin.notification_messages_status ?? "")) return stopOffers(tx, place, psid, at);
  const way = optin.type ?? "send_to_messenger";
  const told = await tellEvent(tx, place, item, { psid, at, event: { type: "opted_in", way } });
  if (!told || !optin.ref) return;
  const { identityId, contactId } = told;
  await joinByReference(tx, { ...place, identityId, contactId, ref: optin.ref });
}

async function stopOffers(tx: Tx, place: Place, psid: string, at: Date): Promise<void> {
  const { contactId } = await knowPerson(tx, place, psid, at);
  const shop = await readShop(tx, place.shopId);
  await recordWithdrawal(tx, place.shopId, {
    contactId,
    purposes: ["offers"],
    act: "stop_word",
    locale: shop.locales[0] === "en" ? "en" : "fr",
    source: `messenger:${place.pageId}`,
    proof: { status: "STOP NOTIFICATIONS" },
    at,
  });
}
