import { and, desc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { inShop } from "#db/in-shop";
import { conversations } from "#db/schema/conversations";
import { notFound } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import { changeMany } from "../bulk/change-many";
import { MOST_WRITTEN_TO } from "./check-contacts";

export const TagContacts = z.strictObject({
  contactIds: z.array(z.uuid()).min(1).max(MOST_WRITTEN_TO),
  tagId: z.uuid(),
});
export type TagContacts = z.output<typeof TagContacts>;

/**
 * Puts a tag on the latest conversation of each of these contacts; whoever has none gets none. Answers with how many
 * conversations have it now. Refused where none of them has a conversation here.
 */
export async function tagContacts(actor: MemberActor, { contactIds, tagId }: TagContacts): Promise<{ tagged: number }> {
  const latest = await inShop(actor.shopId, (tx) =>
    tx
      .selectDistinctOn([conversations.contactId], { id: conversations.id })
      .from(conversations)
      .where(and(eq(conversations.shopId, actor.shopId), inArray(conversations.contactId, contactIds)))
      .orderBy(conversations.contactId, desc(conversations.lastMessageAt), desc(conversations.id)),
  );
  if (latest.length === 0) throw notFound("contact");
  const { rows } = await changeMany(actor, {
    conversationIds: latest.map(({ id }) => id),
    change: { kind: "tag", tagId },
  });
  return { tagged: rows.length };
}
