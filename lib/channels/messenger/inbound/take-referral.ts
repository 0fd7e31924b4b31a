import { z } from "zod";
import type { Tx } from "#db/in-shop";
import type { MessagePayload } from "#db/schema/conversations";
import { useChatReference as joinByReference } from "#lib/connect/chat-reference";
import { openConversation } from "#lib/conversations/open-conversation";
import { openWindow } from "#lib/conversations/open-window";
import { Id, Words } from "./hook-values";
import { atOf, Common, readItem } from "./item-shapes";
import { knowPerson } from "./known-person";
import type { Place } from "./place";
import type { HookItem } from "./read-items";

/** Where a person came from. In the EEA `source` is left out. Source: messenger-platform.md §2.4 and §5. */
export const Referral = z.object({
  ref: Words.nullish(),
  source: Words.nullish(),
  ad_id: Id.nullish(),
});

type Told = NonNullable<MessagePayload["referral"]>;

export function referralOf({ ref, source, ad_id: adId }: z.output<typeof Referral>): Told {
  return { source: source ?? null, ref: ref ?? null, adId: adId ?? null };
}

const ReferralItem = Common.extend({ referral: Referral });

/** Somebody came back to a thread by a link: with a `ref` that lets the shop answer for a while; an advertisement does not. */
export async function takeReferral(tx: Tx, place: Place, item: HookItem): Promise<void> {
  const { sender, referral, timestamp } = readItem(ReferralItem, item);
  const at = atOf(item, timestamp);
  const thread = await knowPerson(tx, place, sender.id, at);
  const { ref, adId } = referralOf(referral);
  if (!ref) return;
  if (adId === null) await openWindow(tx, await openConversation(tx, thread, { at, status: "closed" }), at, "link");
  await joinByReference(tx, { ...thread, ref });
}
