import type { Tx } from "#db/in-shop";
import { inShop } from "#db/in-shop";
import { type AUDITED_ACTS, type AuditDetail, auditRecords } from "#db/schema/audit";
import { AppError } from "#lib/core/errors";
import { log } from "#lib/core/log";
import type { MemberActor } from "./actor";

type Act = (typeof AUDITED_ACTS)[number];
type Told = AuditDetail & { aboutId?: string };

/** Adds a line to the shop's security log, in the transaction of what it tells of. `detail` never holds a secret. */
export async function recordAct(
  tx: Tx,
  { shopId, memberId }: Pick<MemberActor, "shopId" | "memberId">,
  act: Act,
  { aboutId, ...detail }: Told = {},
): Promise<void> {
  await tx.insert(auditRecords).values({ shopId, memberId, act, aboutId: aboutId ?? null, detail });
}

/**
 * Runs a member's command, and when her role does not allow it writes that into the security log, in a transaction of
 * its own since the command's was undone (TEN-07). A log that cannot be written changes nothing of the refusal.
 */
export async function recordingDenials<T>(actor: MemberActor, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof AppError && error.code === "forbidden")
      await inShop(actor.shopId, (tx) => recordAct(tx, actor, "denied", neededIn(error))).catch((failure: unknown) =>
        log.error({ err: failure, memberId: actor.memberId }, "a denial was not written down"),
      );
    throw error;
  }
}

function neededIn({ params }: AppError): AuditDetail {
  return params.role === "owner" || params.role === "admin" ? { role: params.role } : {};
}
