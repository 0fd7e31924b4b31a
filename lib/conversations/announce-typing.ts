import { and, eq, inArray } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { visitors } from "#db/schema/channels";
import { contacts } from "#db/schema/contacts";
import { conversations } from "#db/schema/conversations";
import { notFound } from "#lib/core/errors";
import { log } from "#lib/core/log";
import { conversationChannel, visitorChannel } from "#lib/realtime/channels";
import { type Publication, publishBatch } from "#lib/realtime/publish";
import { firstName, type MemberActor, type VisitorActor } from "#lib/shops/actor";
import type { OneConversation } from "./input";
import { tellPlatform } from "./tell-platform";

/** Tells the others in the thread and the shopper that a member writes. Nothing is stored, so nothing is promised. */
export async function announceTyping(actor: MemberActor, input: OneConversation): Promise<{ told: true }> {
  const channels = await inShop(actor.shopId, async (tx) => {
    const rows = await tx
      .select({ visitorId: visitors.id, channelId: conversations.channelId })
      .from(conversations)
      .leftJoin(
        visitors,
        and(eq(visitors.shopId, conversations.shopId), eq(visitors.identityId, conversations.identityId)),
      )
      .where(and(eq(conversations.shopId, actor.shopId), eq(conversations.id, input.conversationId)));
    const [row] = rows;
    if (!row) throw notFound("conversation");
    await tellPlatform(tx, { shopId: actor.shopId, id: input.conversationId, ...row }, "typing_on");
    return rows.flatMap((row) => (row.visitorId ? [visitorChannel(row.visitorId)] : []));
  });
  const name = firstName(actor.name);
  await tell([
    {
      channel: conversationChannel(input.conversationId),
      event: "typing",
      data: { author: "member", memberId: actor.memberId, name },
    },
    ...channels.slice(0, 9).map((channel) => ({ channel, event: "typing", data: { name } })),
  ]);
  return { told: true };
}

/** Tells the members in the thread that the shopper writes. */
export async function announceVisitorTyping(actor: VisitorActor): Promise<void> {
  const found = await inShop(actor.shopId, async (tx) => {
    const [row] = await tx
      .select({ id: conversations.id, name: contacts.name })
      .from(conversations)
      .innerJoin(contacts, and(eq(contacts.shopId, conversations.shopId), eq(contacts.id, conversations.contactId)))
      .where(
        and(
          eq(conversations.shopId, actor.shopId),
          eq(conversations.identityId, actor.identityId),
          inArray(conversations.status, ["open", "snoozed"]),
        ),
      );
    return row;
  });
  if (!found) return;
  const data = { author: "contact", name: firstName(found.name) };
  await tell([{ channel: conversationChannel(found.id), event: "typing", data }]);
}

/** A hub that is away costs the others a sign of typing and the writer nothing. */
async function tell(events: Publication[]): Promise<void> {
  await publishBatch(events).catch((error: unknown) => log.warn({ err: error }, "typing was not told"));
}
