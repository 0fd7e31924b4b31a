import { and, eq, isNotNull, isNull, lt, or } from "drizzle-orm";
import { z } from "zod";
import { inShop, type Tx } from "#db/in-shop";
import { digests } from "#db/schema/notice-choices";
import { persons } from "#db/schema/persons";
import { members } from "#db/schema/shops";
import { HOUR, MINUTE, now } from "#lib/core/clock";
import { env } from "#lib/core/env";
import { log } from "#lib/core/log";
import { MailFailure } from "#lib/mail/mail-failure";
import { mailIsOn } from "#lib/mail/mail-is-on";
import { type Mail, sendMail } from "#lib/mail/send-mail";
import { dueAt } from "#lib/shops/notices/digest-time";
import { provenOf } from "#lib/shops/notices/proven-of";
import { queueDigest, queueNextDigest } from "#lib/shops/notices/queue-digest";
import { writeDigest } from "./write-digest";

export const MailDigest = z.strictObject({ shopId: z.uuid(), memberId: z.uuid(), day: z.iso.date() });
export type MailDigest = z.output<typeof MailDigest>;

/** How late a digest may still go: one of this morning is of no use at night. */
const LATEST_MS = 6 * HOUR;
/** How far the clocks of two machines may differ. */
const CLOCKS_DIFFER_MS = MINUTE;

/**
 * The worker's mail to a member of how her shop stands, once for each day: the day is taken, and the next one queued,
 * before it goes, and given back only when the server is known not to have taken it. Nothing goes to who chose none any
 * more or was removed, on a day with nothing to tell, or hours too late.
 */
export async function mailDigest(job: MailDigest, settings = env().MAIL): Promise<void> {
  const mail = await inShop(job.shopId, (tx) => takeDay(tx, job));
  if (!mail) return;
  try {
    await sendMail(mail, settings);
  } catch (error) {
    if (!(error instanceof MailFailure)) throw error;
    log.warn({ err: error, memberId: job.memberId }, "a digest was not mailed");
    if (error.kind !== "later") return;
    await inShop(job.shopId, (tx) =>
      tx
        .update(digests)
        .set({ mailedOn: null })
        .where(and(eq(digests.shopId, job.shopId), eq(digests.memberId, job.memberId), eq(digests.mailedOn, job.day))),
    );
    throw error;
  }
}

/** The mail to send now, its day taken; null when there is none to send. */
async function takeDay(tx: Tx, job: MailDigest): Promise<Mail | null> {
  const { shopId, memberId, day } = job;
  const [found] = await tx
    .select({ digest: digests, person: persons })
    .from(digests)
    .innerJoin(members, and(eq(members.shopId, digests.shopId), eq(members.id, digests.memberId)))
    .innerJoin(persons, eq(persons.id, members.personId))
    .where(
      and(
        eq(digests.shopId, job.shopId),
        eq(digests.memberId, job.memberId),
        isNotNull(digests.hour),
        isNull(members.removedAt),
      ),
    )
    .for("update", { of: digests });
  if (!found || found.digest.hour === null) return null;
  const { hour, timeZone } = found.digest;
  const time = { hour, timeZone };
  const late = now().getTime() - dueAt(time, day).getTime();
  if (late < -CLOCKS_DIFFER_MS) {
    await queueDigest(tx, job, time, day);
    return null;
  }
  const taken = await tx
    .update(digests)
    .set({ mailedOn: day })
    .where(
      and(
        eq(digests.shopId, job.shopId),
        eq(digests.memberId, job.memberId),
        or(isNull(digests.mailedOn), lt(digests.mailedOn, day)),
      ),
    )
    .returning({ memberId: digests.memberId });
  if (taken.length === 0) return null;
  await queueNextDigest(tx, job, time, day);
  const to = provenOf(found.person);
  if (!to || !mailIsOn() || late > LATEST_MS) return null;
  const mail = await writeDigest(tx, { shopId, memberId, timeZone, locale: found.person.locale });
  return mail && { ...mail, to, id: `${memberId}.${day}` };
}
