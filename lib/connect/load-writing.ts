import { and, eq, isNull } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { channels } from "#db/schema/channels";
import { conversations } from "#db/schema/conversations";
import type { LookAtComposer } from "#lib/conversations/input";
import { type LoadedComposer, loadComposer } from "#lib/conversations/load-composer";
import type { MemberActor } from "#lib/shops/actor";
import { messengerLink } from "./chat-reference";

/** What a link carries that a member copied: opening it is heard, and opens the window again. */
const COPIED = "inbox";

/** What the composer needs, and where she can be sent to write in Messenger; null where no Page is connected. */
export type Writing = LoadedComposer & { link: string | null };

/** What the composer of a conversation needs beside its row. */
export async function loadWriting(actor: MemberActor, input: LookAtComposer): Promise<Writing> {
  const facts = await loadComposer(actor, input);
  const pageId = await inShop(actor.shopId, async (tx) => {
    const [page] = await tx
      .select({ id: channels.externalId })
      .from(conversations)
      .innerJoin(channels, and(eq(channels.shopId, conversations.shopId), eq(channels.id, conversations.channelId)))
      .where(
        and(
          eq(conversations.shopId, actor.shopId),
          eq(conversations.id, input.conversationId),
          eq(channels.kind, "messenger"),
          isNull(channels.disconnectedAt),
        ),
      );
    return page?.id ?? null;
  });
  return { ...facts, link: pageId && messengerLink(pageId, COPIED) };
}
