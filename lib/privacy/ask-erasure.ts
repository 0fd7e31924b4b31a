import { and, eq, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { dataRequests } from "#db/schema/privacy";
import { livingContact } from "#lib/connect/lock-contacts";
import { contactIdOf, findShopOf } from "#lib/connect/my-contacts";
import { requireSamePerson } from "#lib/connect/same-person";
import { contactChanged } from "#lib/contacts/events";
import { PURPOSE_LIST, type Purpose } from "#lib/contacts/purposes";
import { lockPermissions, recordWithdrawal } from "#lib/contacts/record-permissions";
import { env } from "#lib/core/env";
import type { Locale } from "#lib/i18n/locales";
import { addJob } from "#lib/jobs/add-job";
import { type MemberActor, type Person, requireRole } from "#lib/shops/actor";
import type { EraseMine, OneContactOf } from "./input";
import { openRequest } from "./open-request";
import { type DataRequestView, viewRequest } from "./view-request";

type Asked = Omit<Parameters<typeof openRequest>[2], "kind" | "origin">;
/** By whom, and in which language she herself asks; `retention`: by the clock. */
type By = { origin: "me"; locale: Locale } | { origin: "member" | "retention" };

/**
 * Begins to erase what a shop holds of a contact: from now on nothing is sent to her, and a job erases the rest. Her own
 * wish also takes back all she allowed. Asked again while it goes on, it is the same erasure.
 */
export async function beginErasure(tx: Tx, shopId: string, asking: Asked, by: By): Promise<DataRequestView> {
  const contactId = await lockPermissions(tx, shopId, asking.contactId);
  const asked = { ...asking, contactId, origin: by.origin };
  const request = await openRequest(tx, shopId, { ...asked, kind: "erasure" });
  if (request.state !== "open") return viewRequest(request);
  const told =
    by.origin === "me" ? await takeBackAll(tx, shopId, { contactId, locale: by.locale, request: request.id }) : [];
  await tx
    .update(contacts)
    .set({ blockedAt: sql`clock_timestamp()`, version: sql`${contacts.version} + 1` })
    .where(and(eq(contacts.shopId, shopId), eq(contacts.id, contactId)));
  const [running] = await tx
    .update(dataRequests)
    .set({ state: "running" })
    .where(and(eq(dataRequests.shopId, shopId), eq(dataRequests.id, request.id)))
    .returning();
  await queueErasure(tx, shopId, request.id);
  if (told.length === 0) await contactChanged.record(tx, shopId, { contactId });
  return viewRequest(running ?? request);
}

/** Has the worker erase by a request that is running; one that waits, or failed for good, is begun anew. */
export async function queueErasure(tx: Tx, shopId: string, requestId: string): Promise<void> {
  await addJob(tx, "eraseContact", { shopId, requestId }, { key: `eraseContact:${requestId}` });
}

/** Takes back all that she allowed, and says that she changed where that was anything. */
async function takeBackAll(
  tx: Tx,
  shopId: string,
  { contactId, locale, request }: { contactId: string; locale: Locale; request: string },
): Promise<Purpose[]> {
  return recordWithdrawal(tx, shopId, {
    contactId,
    purposes: PURPOSE_LIST,
    act: "my_permissions",
    locale,
    source: `${env().PUBLIC_URL}/me`,
    proof: { erasure: request },
  });
}

/** Erases this person at one shop, by her own wish. A shop that does not know her is refused like an absent one. */
export async function eraseMine(person: Person, input: EraseMine): Promise<DataRequestView> {
  requireSamePerson(person, input.person);
  const shopId = await findShopOf(input.shop);
  return inShop(shopId, async (tx) => {
    const contactId = await contactIdOf(tx, shopId, person);
    const proof = { personId: person.id, sessionId: person.sessionId };
    return beginErasure(tx, shopId, { contactId, proof }, { origin: "me", locale: input.locale });
  });
}

/** Erases a contact because a member says that she asked for it. Admins and owners only. */
export async function eraseContact(actor: MemberActor, input: OneContactOf): Promise<DataRequestView> {
  requireRole(actor, "admin");
  return inShop(actor.shopId, async (tx) => {
    const contactId = await livingContact(tx, actor.shopId, input.contactId);
    const proof = { memberId: actor.memberId, sessionId: actor.sessionId };
    const asked = { contactId, byMemberId: actor.memberId, proof };
    return beginErasure(tx, actor.shopId, asked, { origin: "member" });
  });
}
