import { AppError } from "#lib/core/errors";
import type { MemberActor } from "#lib/shops/actor";
import type { ChangedMany, ChangeMany } from "./bulk-change";
import { changeOne } from "./change-one";

/**
 * Does one thing to several conversations, one after another, each by itself: one that is refused leaves the others
 * done, and is told with its reason. Refused as a whole when none could be done.
 */
export async function changeMany(actor: MemberActor, { conversationIds, change }: ChangeMany): Promise<ChangedMany> {
  const done: ChangedMany = { rows: [], refused: [] };
  let first: AppError | null = null;
  for (const conversationId of new Set(conversationIds))
    try {
      done.rows.push(await changeOne(actor, conversationId, change));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      first ??= error;
      done.refused.push({ conversationId, key: error.key, params: error.params });
    }
  if (first && done.rows.length === 0) throw first;
  return done;
}
