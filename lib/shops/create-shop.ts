import { sql } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { channels } from "#db/schema/channels";
import { members, shops } from "#db/schema/shops";
import { conversationCounts } from "#db/schema/triage";
import { invalid } from "#lib/core/errors";
import { newId } from "#lib/core/ids";
import type { Person } from "./actor";
import type { CreateShop } from "./input";
import { findShopId } from "./load-member";

/** Opens a shop with its web chat, owned by the person who made it. A taken address is refused. */
export async function createShop(person: Person, input: CreateShop): Promise<{ slug: string }> {
  const shopId = newId();
  return inShop(shopId, async (tx) => {
    const [shop] = await tx
      .insert(shops)
      .values({
        id: shopId,
        slug: input.slug,
        name: input.name.trim(),
        domains: input.website ? [input.website] : [],
        timeZone: input.timeZone,
        currency: input.currency,
        locales: input.locales,
      })
      .onConflictDoNothing()
      .returning({ slug: shops.slug });
    if (!shop) throw invalid("slug_taken", {}, { slug: "slug_taken" });
    await tx.insert(members).values({ shopId, personId: person.id, role: "owner", lastSeenAt: sql`now()` });
    await tx.insert(channels).values({ shopId, kind: "web_chat", externalId: input.slug });
    await tx.insert(conversationCounts).values({ shopId });
    return shop;
  });
}

/** Whether a shop may still take this address. */
export async function isSlugFree(slug: string): Promise<boolean> {
  return (await findShopId(slug)) === null;
}
