import { and, eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { digests } from "#db/schema/notice-choices";
import { notFound } from "#lib/core/errors";
import { noticesChosen } from "../events";
import { readShop } from "../load-shop";
import { readDigestStop } from "./digest-link";
import type { StopDigest } from "./input";

/** Ends the digest that a mail's link is of, at once; said again it holds as well, until the member chooses it anew. */
export async function stopDigest({ token }: StopDigest): Promise<{ shop: string }> {
  const link = readDigestStop(token);
  if (!link) throw notFound("link");
  const { shopId, memberId } = link;
  return inShop(shopId, async (tx) => {
    const { name } = await readShop(tx, shopId);
    const ended = await tx
      .update(digests)
      .set({ hour: null })
      .where(and(eq(digests.shopId, shopId), eq(digests.memberId, memberId)))
      .returning({ memberId: digests.memberId });
    if (ended.length > 0) await noticesChosen.record(tx, shopId, { memberId });
    return { shop: name };
  });
}

/** The shop whose digest a link would end; null for a link that is not ours. */
export async function findDigestStop(token: string): Promise<{ shop: string } | null> {
  const link = readDigestStop(token);
  return link && inShop(link.shopId, async (tx) => ({ shop: (await readShop(tx, link.shopId)).name }));
}
