import { inShop } from "#db/in-shop";
import { inboundItems } from "#db/schema/messenger";
import { newId } from "#lib/core/ids";

/** Something that came in on a Page and could not be processed, and never can; it holds `text`. */
export async function makeFailedItem(shopId: string, channelId: string, text: string): Promise<string> {
  const id = newId();
  const item = { id, shopId, channelId, inboundEventId: newId(), position: 0, kind: "nonsense", item: { text } };
  await inShop(shopId, (tx) => tx.insert(inboundItems).values({ ...item, state: "failed" as const, problem: text }));
  return id;
}
