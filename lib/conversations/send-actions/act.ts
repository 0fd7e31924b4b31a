import type { Tx } from "#db/in-shop";
import { PRIORITIES } from "#db/schema/conversations";
import type { SendActions, SendActionsDone } from "#db/schema/send-actions";
import { AppError } from "#lib/core/errors";
import { type LockedConversation, lockConversation } from "../access";
import { assign } from "../assign-conversation";
import { close } from "../close-conversation";
import { prioritise } from "../set-priority";
import { lockTagToPut, putTag, takeTag } from "../tags/tag-conversation";

/** Whose message it is. */
type By = { shopId: string; memberId: string; name: string };
type Of = { conversationId: string; messageId: string };

const placeOf = ({ assigneeId, teamId }: LockedConversation) => ({ memberId: assigneeId, teamId });

/**
 * Does with a conversation what its author wanted done with a message, in the transaction that sends or holds it. What
 * cannot be done any more, because a tag, a member or a team is gone, refuses the whole; with `lenient` it is left out.
 */
export async function doActions(
  tx: Tx,
  by: By,
  { conversationId, messageId }: Of,
  wanted: SendActions,
  lenient = false,
): Promise<SendActionsDone> {
  const here = () => lockConversation(tx, by.shopId, conversationId);
  const done: SendActionsDone = { tagIds: [], assign: null, priority: null };
  async function attempt(step: (conversation: LockedConversation) => Promise<void>): Promise<void> {
    try {
      await step(await here());
    } catch (error) {
      if (!lenient || !(error instanceof AppError)) throw error;
    }
  }
  const { assign: to, priority } = wanted;
  if (to !== null)
    await attempt(async (conversation) => {
      await assign(tx, by, conversation, to === "me" ? { memberId: by.memberId } : to);
      done.assign = { from: placeOf(conversation), to: placeOf(await here()) };
    });
  if (priority !== null)
    await attempt(async (conversation) => {
      await prioritise(tx, by, conversation, priority);
      done.priority = { from: conversation.priority, to: PRIORITIES.indexOf(priority) };
    });
  for (const tagId of wanted.tagIds)
    await attempt(async (conversation) => {
      await lockTagToPut(tx, by.shopId, tagId);
      if (await putTag(tx, conversation, tagId)) done.tagIds.push(tagId);
    });
  if (wanted.close) await attempt((conversation) => close(tx, by, conversation, messageId));
  return done;
}

/**
 * Undoes it for a message that was taken back: what somebody changed since stays as it is. The closing is undone by what
 * takes the message back.
 */
export async function undoActions(tx: Tx, by: By, conversationId: string, done: SendActionsDone): Promise<void> {
  const here = () => lockConversation(tx, by.shopId, conversationId);
  for (const tagId of done.tagIds) await takeTag(tx, await here(), tagId);
  const { assign: given, priority } = done;
  const now = await here();
  if (priority && now.priority === priority.to) await prioritise(tx, by, now, PRIORITIES[priority.from] ?? "normal");
  const place = placeOf(await here());
  if (!given || place.memberId !== given.to.memberId || place.teamId !== given.to.teamId) return;
  try {
    await assign(tx, by, await here(), given.from);
  } catch (error) {
    if (!(error instanceof AppError)) throw error; // who had it has left meanwhile
  }
}
