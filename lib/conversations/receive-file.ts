import { and, eq, gt, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { attachments, messages } from "#db/schema/conversations";
import { DAY, now } from "#lib/core/clock";
import { refused } from "#lib/core/errors";
import { removeFile } from "#lib/core/files";
import type { VisitorActor } from "#lib/shops/actor";
import type { LockedConversation } from "./access";
import { findByClientKey, found } from "./append-message";
import { describeUpload, keepBytes, type Upload } from "./keep-upload";
import { openConversation } from "./open-conversation";
import { readMessage } from "./read-messages";
import { storeFromVisitor } from "./store-from-visitor";
import { type VisitorMessageView, viewForVisitor } from "./view-message";

/** The most bytes that one conversation of the web chat takes from its shopper in a day. */
export const DAILY_BYTES = 200 * 1024 * 1024;

/**
 * Stores a file that a shopper sent in the web chat, as a message of its own. Called again with the same `clientKey` it
 * answers with the first message and keeps no second copy.
 */
export async function receiveFile(
  actor: VisitorActor,
  { clientKey, ...upload }: Upload & { clientKey: string },
): Promise<{ message: VisitorMessageView }> {
  const { shopId, identityId, contactId, channelId } = actor;
  const file = await keepBytes(shopId, describeUpload(upload));
  let used = false;
  try {
    return await inShop(shopId, async (tx) => {
      const conversation = await openConversation(tx, { shopId, identityId, contactId, channelId });
      const already = await findByClientKey(tx, conversation, clientKey);
      if (!already) await requireRoom(tx, conversation, file.bytes);
      const { id } = already ?? (await storeFromVisitor(tx, conversation, { clientKey, body: "" }, file)).message;
      const message = viewForVisitor(found(await readMessage(tx, shopId, id)));
      used = !already;
      return { message };
    });
  } catch (error) {
    used = false;
    throw error;
  } finally {
    if (!used) await removeFile(file.storageKey);
  }
}

async function requireRoom(tx: Tx, { shopId, id }: LockedConversation, bytes: number) {
  const [today] = await tx
    .select({ bytes: sql<number>`coalesce(sum(${attachments.bytes}), 0)::float8` })
    .from(messages)
    .innerJoin(attachments, and(eq(attachments.shopId, messages.shopId), eq(attachments.messageId, messages.id)))
    .where(
      and(
        eq(messages.shopId, shopId),
        eq(messages.conversationId, id),
        eq(messages.author, "contact"),
        gt(messages.createdAt, new Date(now().getTime() - DAY)),
      ),
    );
  if ((today?.bytes ?? 0) + bytes > DAILY_BYTES) throw refused("files_today");
}
