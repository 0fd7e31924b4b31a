import { sql } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { mailStops } from "#db/schema/identity";
import { lockPermissions } from "#lib/contacts/record-permissions";
import { notFound } from "#lib/core/errors";
import { readShop } from "#lib/shops/load-shop";
import { readStopToken } from "./answer-link";
import type { StopAnswerMails } from "./input";

/**
 * Ends mails about answers from one shop to one shopper, at once; said again it holds as well. A link of before she
 * was joined with another contact counts for who she is now.
 */
export async function stopAnswerMails({ token }: StopAnswerMails): Promise<{ shop: string }> {
  const link = readStopToken(token);
  if (!link) throw notFound("link");
  return inShop(link.shopId, async (tx) => {
    const { name } = await readShop(tx, link.shopId);
    const contactId = await lockPermissions(tx, link.shopId, link.contactId);
    await tx
      .insert(mailStops)
      .values({ shopId: link.shopId, contactId })
      .onConflictDoUpdate({ target: [mailStops.shopId, mailStops.contactId], set: { at: sql`now()` } });
    return { shop: name };
  });
}

/** The shop whose mails a link would end; null for a link that is not ours. */
export async function findMailStop(token: string): Promise<{ shop: string } | null> {
  const link = readStopToken(token);
  return link && inShop(link.shopId, async (tx) => ({ shop: (await readShop(tx, link.shopId)).name }));
}
