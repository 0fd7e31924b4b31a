import { and, eq } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { quietTimes } from "#db/schema/notice-choices";
import type { MemberActor } from "../actor";
import type { QuietTimes } from "./quiet-times";

/** What a member chose of how she is told, wherever she is signed in. */
export type NoticeChoices = { quiet: QuietTimes | null };

/** When a member of the present transaction's shop is told of nothing; null: she always is told. */
export async function readQuietTimes(tx: Tx, shopId: string, memberId: string): Promise<QuietTimes | null> {
  const [found] = await tx
    .select({ timeZone: quietTimes.timeZone, stretches: quietTimes.stretches })
    .from(quietTimes)
    .where(and(eq(quietTimes.shopId, shopId), eq(quietTimes.memberId, memberId)));
  return found ?? null;
}

/** What the actor chose. */
export async function loadNoticeChoices({ shopId, memberId }: MemberActor): Promise<NoticeChoices> {
  return inShop(shopId, async (tx) => ({ quiet: await readQuietTimes(tx, shopId, memberId) }));
}
