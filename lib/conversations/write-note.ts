import { and, asc, eq, isNull } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { persons } from "#db/schema/persons";
import { members } from "#db/schema/shops";
import { mentions } from "#db/schema/writing";
import type { MemberActor } from "#lib/shops/actor";
import { lockConversation } from "./access";
import { appendMessage, findByClientKey, found } from "./append-message";
import { attachFiles, lockUploads } from "./attach-files";
import { memberMentioned, messageStored } from "./events";
import type { WriteNote } from "./input";
import { mentionsIn, type Named } from "./mentions-in";
import { readMessage } from "./read-messages";
import { emptyDraft } from "./save-draft";
import type { MessageView } from "./view-message";

/**
 * Writes a note for the team into a conversation. It reaches no shopper, answers nobody, opens and moves nothing. Whom it
 * names is told. Called again with the same `clientKey` it answers with the first note.
 */
export async function writeNote(actor: MemberActor, input: WriteNote): Promise<MessageView> {
  const { shopId, memberId } = actor;
  return inShop(shopId, async (tx) => {
    const conversation = await lockConversation(tx, shopId, input.conversationId);
    const already = await findByClientKey(tx, conversation, input.clientKey);
    if (already) return found(await readMessage(tx, shopId, already.id));
    const { body, clientKey, attachmentIds = [] } = input;
    const files = await lockUploads(tx, actor, attachmentIds);
    const named = mentionsIn(body, await readTeam(tx, shopId));
    const { message } = await appendMessage(
      tx,
      conversation,
      {
        ...{ kind: "note", author: "member", memberId, body, clientKey, delivery: "received" },
        ...(named.length > 0 ? { payload: { mentions: named } } : {}),
      },
      { lastMessageAt: conversation.lastMessageAt },
    );
    await attachFiles(tx, shopId, message.id, files);
    await emptyDraft(tx, actor, { conversationId: conversation.id, kind: "note" }, body);
    const ids = { conversationId: conversation.id, messageId: message.id };
    const others = named.filter((one) => one.memberId !== memberId);
    for (const other of others) {
      await tx.insert(mentions).values({ shopId, ...ids, memberId: other.memberId });
      await memberMentioned.record(tx, shopId, { ...ids, memberId: other.memberId });
    }
    await messageStored.record(tx, shopId, ids);
    return found(await readMessage(tx, shopId, message.id));
  });
}

async function readTeam(tx: Tx, shopId: string): Promise<Named[]> {
  return tx
    .select({ id: members.id, name: persons.name })
    .from(members)
    .innerJoin(persons, eq(persons.id, members.personId))
    .where(and(eq(members.shopId, shopId), isNull(members.removedAt)))
    .orderBy(asc(members.id));
}
