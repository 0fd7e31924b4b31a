import { inShop } from "#db/in-shop";
import { livingContact } from "#lib/connect/lock-contacts";
import { contactChanged } from "#lib/contacts/events";
import { lockPermissions } from "#lib/contacts/record-permissions";
import { DAY, now } from "#lib/core/clock";
import { invalid } from "#lib/core/errors";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import type { RecordRequest } from "./input";
import { openRequest } from "./open-request";
import { type DataRequestView, viewRequest } from "./view-request";

/**
 * Writes down what a contact asked for by letter, mail or at the counter, with the day it came, from which the month
 * runs. A day to come, or over a year ago, is refused. Admins and owners only.
 */
export async function recordRequest(actor: MemberActor, input: RecordRequest): Promise<DataRequestView> {
  requireRole(actor, "admin");
  const askedAt = new Date(`${input.askedOn}T12:00:00Z`);
  const age = now().getTime() - askedAt.getTime();
  if (age < -DAY || age > 366 * DAY) throw invalid("invalid", {}, { askedOn: "asked_on" });
  return inShop(actor.shopId, async (tx) => {
    const living = await livingContact(tx, actor.shopId, input.contactId);
    const contactId = await lockPermissions(tx, actor.shopId, living);
    const request = await openRequest(tx, actor.shopId, {
      contactId,
      kind: input.kind,
      origin: "member",
      byMemberId: actor.memberId,
      askedAt,
      proof: { memberId: actor.memberId },
    });
    await contactChanged.record(tx, actor.shopId, { contactId });
    return viewRequest(request);
  });
}
