import { and, eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { visitors } from "#db/schema/channels";
import { conversations } from "#db/schema/conversations";
import { notFound } from "#lib/core/errors";
import { hashToken, newToken } from "#lib/core/ids";
import { readShop } from "#lib/shops/load-shop";
import { readAnswerToken } from "./answer-link";
import type { OpenAnswer } from "./input";

export type AnswerView = { shop: { slug: string; name: string; colour: string; timeZone: string } };

/** What a mail's link leads to, before anything is opened; null for a link that is not ours or worn out. */
export async function findAnswer(token: string): Promise<AnswerView | null> {
  const link = readAnswerToken(token);
  if (!link) return null;
  return inShop(link.shopId, async (tx) => {
    const [found] = await tx
      .select({ id: conversations.id })
      .from(conversations)
      .where(and(eq(conversations.shopId, link.shopId), eq(conversations.id, link.conversationId)));
    if (!found) return null;
    const { slug, name, colour, timeZone } = await readShop(tx, link.shopId);
    return { shop: { slug, name, colour, timeZone } };
  });
}

/**
 * Opens the conversation of a mail's link on this browser: a visit that reads and answers that chat and can do nothing
 * else. The link works for a fortnight; opened twice it makes two such visits.
 */
export async function openAnswer(input: OpenAnswer): Promise<{ slug: string; token: string }> {
  const link = readAnswerToken(input.token);
  if (!link) throw notFound("answer");
  const token = newToken();
  return inShop(link.shopId, async (tx) => {
    const [found] = await tx
      .select({ identityId: conversations.identityId })
      .from(conversations)
      .where(and(eq(conversations.shopId, link.shopId), eq(conversations.id, link.conversationId)));
    if (!found) throw notFound("answer");
    const { identityId } = found;
    const visitor = {
      shopId: link.shopId,
      identityId,
      tokenHash: hashToken(token),
      locale: input.locale,
      byMail: true,
    };
    await tx.insert(visitors).values(visitor);
    return { slug: (await readShop(tx, link.shopId)).slug, token };
  });
}
