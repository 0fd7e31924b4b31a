import { inShop } from "#db/in-shop";
import type { Transcript } from "#lib/conversations/transcripts/write-transcript";
import type { Locale } from "#lib/i18n/locales";
import type { Person } from "#lib/shops/actor";
import { loadShop } from "#lib/shops/load-shop";
import { findMyConversation } from "./find-my-conversation";
import { ownTranscript } from "./visitor-transcript";

type Wish = { shop: string; conversationId: string; locale: Locale; zone?: string | undefined };

/** A conversation of this person's own, as she may keep it. */
export async function myTranscript(person: Pick<Person, "id">, wish: Wish): Promise<Transcript> {
  const shop = await loadShop(wish.shop);
  const { conversation } = await inShop(shop.id, (tx) => findMyConversation(tx, shop.id, person, wish.conversationId));
  return ownTranscript(shop, conversation.id, wish);
}
