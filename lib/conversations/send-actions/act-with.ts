import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { messages } from "#db/schema/conversations";
import type { SendActions } from "#db/schema/send-actions";
import type { StoredMessage } from "../append-message";
import { doActions } from "./act";

type By = Parameters<typeof doActions>[1];

/** Does what is to be done with a stored message, and keeps with it what was done. */
export async function actWith(
  tx: Tx,
  by: By,
  { id: messageId, conversationId, payload }: StoredMessage,
  wanted: SendActions,
  lenient = false,
): Promise<void> {
  const actionsDone = await doActions(tx, by, { conversationId, messageId }, wanted, lenient);
  await tx
    .update(messages)
    .set({ payload: { ...payload, actionsDone } })
    .where(and(eq(messages.shopId, by.shopId), eq(messages.id, messageId)));
}
