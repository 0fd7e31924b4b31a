import { and, eq } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { digests, quietTimes } from "#db/schema/notice-choices";
import { persons } from "#db/schema/persons";
import { mailIsOn } from "#lib/mail/mail-is-on";
import type { MemberActor } from "../actor";
import type { DigestTime } from "./digest-time";
import { provenOf } from "./proven-of";
import type { QuietTimes } from "./quiet-times";

/**
 * What a member chose of how she is told, wherever she is signed in. `address`: where her digest goes, which is proven;
 * `email`: what her login says, proven or not. `mails`: whether this installation can mail.
 */
export type NoticeChoices = {
  quiet: QuietTimes | null;
  digest: DigestTime | null;
  address: string | null;
  email: string | null;
  mails: boolean;
};

/** When a member of the present transaction's shop is told of nothing; null: she always is told. */
export async function readQuietTimes(tx: Tx, shopId: string, memberId: string): Promise<QuietTimes | null> {
  const [found] = await tx
    .select({ timeZone: quietTimes.timeZone, stretches: quietTimes.stretches })
    .from(quietTimes)
    .where(and(eq(quietTimes.shopId, shopId), eq(quietTimes.memberId, memberId)));
  return found ?? null;
}

async function readDigest(tx: Tx, { shopId, memberId }: MemberActor): Promise<DigestTime | null> {
  const [found] = await tx
    .select({ hour: digests.hour, timeZone: digests.timeZone })
    .from(digests)
    .where(and(eq(digests.shopId, shopId), eq(digests.memberId, memberId)));
  return found && found.hour !== null ? { hour: found.hour, timeZone: found.timeZone } : null;
}

/** What the actor chose. */
export async function loadNoticeChoices(actor: MemberActor): Promise<NoticeChoices> {
  return inShop(actor.shopId, async (tx) => {
    const [person] = await tx.select().from(persons).where(eq(persons.id, actor.personId));
    return {
      quiet: await readQuietTimes(tx, actor.shopId, actor.memberId),
      digest: await readDigest(tx, actor),
      address: person ? provenOf(person) : null,
      email: person?.email ?? null,
      mails: mailIsOn(),
    };
  });
}
