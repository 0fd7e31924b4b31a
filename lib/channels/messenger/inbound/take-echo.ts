import { z } from "zod";
import type { Tx } from "#db/in-shop";
import { storeSentElsewhere } from "#lib/conversations/store-from-platform";
import { env } from "#lib/core/env";

import { Id } from "./hook-values";
import { atOf, Common, readItem } from "./item-shapes";
import { knowPerson } from "./known-person";
import type { Place } from "./place";
import type { HookItem } from "./read-items";
import { settleOwnEcho } from "./settle-own-echo";
import { contentOf, Message } from "./take-message";

/** The app under which people write in a Page's inbox on Facebook. Source: messenger-platform.md §2.4. */
const PAGE_INBOX_APP = "263902037430900";

const EchoItem = Common.extend({
  message: Message.extend({ app_id: Id.nullish(), metadata: z.string().nullish() }),
});

/**
 * What was sent in the Page's name: our own message is settled by it, whether it comes before the platform's answer or
 * after; anything else was written on Facebook, or by another app, and is shown as that. The Page is the sender here.
 */
export async function takeEcho(tx: Tx, place: Place, item: HookItem): Promise<void> {
  const { recipient, message, timestamp } = readItem(EchoItem, item);
  const at = atOf(item, timestamp);
  const { app_id: appId, metadata, mid } = message;
  const ours = appId === env().FACEBOOK.clientId;
  const { shopId, channelId } = place;
  if (ours && (await settleOwnEcho(tx, { shopId, channelId, mid, metadata: metadata ?? null, psid: recipient.id, at })))
    return;
  const thread = await knowPerson(tx, place, recipient.id, at);
  const inbox = !appId || appId === PAGE_INBOX_APP;
  const sentFrom = inbox ? ({ sentFrom: "page_inbox" } as const) : ({ sentFrom: "other_app" } as const);
  await storeSentElsewhere(tx, thread, contentOf(message, at, sentFrom), inbox ? "member" : "app");
}
