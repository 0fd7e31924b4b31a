import { z } from "zod";
import type { Tx } from "#db/in-shop";
import type { MessagePayload } from "#db/schema/conversations";
import { useChatReference as joinByReference } from "#lib/connect/chat-reference";
import { openConversation } from "#lib/conversations/open-conversation";
import { openWindow } from "#lib/conversations/open-window";
import { firstAfterAd } from "./after-ad";
import { Id, Words } from "./hook-values";
import { atOf, Common, readItem } from "./item-shapes";
import { knowPerson } from "./known-person";
import type { Place } from "./place";
import type { HookItem } from "./read-items";
import { tellEvent } from "./tell-event";

/** Where a person came from. In the EEA `source` is left out. Source: messenger-platform.md §2.4 and §5. */
export const Referral = z.object({
  ref: Words.nullish(),
  source: Words.nullish(),
  ad_id: Id.nullish(),
  ads_context_data: z.object({ ad_title: Words.nullish() }).nullish(),
});

type Told = NonNullable<MessagePayload["referral"]>;

export function referralOf({ ref, source, ad_id: adId }: z.output<typeof Referral>): Told {
  return { source: source ?? null, ref: ref ?? null, adId: adId ?? null };
}

const ReferralItem = Common.extend({ referral: Referral });

/**
 * Somebody came back to a thread: by a link with a `ref`, which lets the shop answer for a while; else it is told there
 * by what she came, and an advertisement opens nothing until she writes, and then more.
 */
export async function takeReferral(tx: Tx, place: Place, item: HookItem): Promise<void> {
  const { sender, referral, timestamp } = readItem(ReferralItem, item);
  const [psid, at] = [sender.id, atOf(item, timestamp)];
  const { ref, adId, source } = referralOf(referral);
  const thread = await knowPerson(tx, place, psid, at);
  if (ref && adId === null)
    await openWindow(tx, await openConversation(tx, thread, { at, status: "closed" }), at, "link");
  else {
    const adTitle = referral.ads_context_data?.ad_title ?? null;
    const told = await tellEvent(tx, place, item, { psid, at, event: { type: "came_from", source, adId, adTitle } });
    const wrote = told && adId !== null ? await firstAfterAd(tx, told, at) : null;
    if (told && wrote) await openWindow(tx, told, wrote, "ad");
  }
  if (ref) await joinByReference(tx, { ...thread, ref });
}
