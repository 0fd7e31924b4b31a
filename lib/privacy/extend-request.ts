import { and, eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { dataRequests } from "#db/schema/privacy";
import { contactChanged } from "#lib/contacts/events";
import { now } from "#lib/core/clock";
import { notFound, refused } from "#lib/core/errors";
import { type MemberActor, requireRole } from "#lib/shops/actor";
import { ANSWER_MONTHS, EXTENSION_MONTHS, monthsAfter } from "./due-date";
import type { ExtendRequest } from "./input";
import { type DataRequestView, viewRequest } from "./view-request";

/**
 * Gives a complex request two more months, once, with the reason the person was told. Refused when the first month is
 * over, because she must be told within it. Source: GDPR art. 12(3). Admins and owners only.
 */
export async function extendRequest(actor: MemberActor, input: ExtendRequest): Promise<DataRequestView> {
  requireRole(actor, "admin");
  return inShop(actor.shopId, async (tx) => {
    const own = and(eq(dataRequests.shopId, actor.shopId), eq(dataRequests.id, input.requestId));
    const [request] = await tx.select().from(dataRequests).where(own).for("update");
    if (!request) throw notFound("request");
    if (request.state !== "open" || request.extensionReason !== null) throw refused("request_extended");
    if (request.dueAt < now()) throw refused("request_overdue");
    const dueAt = monthsAfter(request.askedAt, ANSWER_MONTHS + EXTENSION_MONTHS);
    const [extended] = await tx
      .update(dataRequests)
      .set({ dueAt, extensionReason: input.reason })
      .where(own)
      .returning();
    if (!extended) throw new Error("a locked request vanished");
    await contactChanged.record(tx, actor.shopId, { contactId: request.contactId });
    return viewRequest(extended);
  });
}
