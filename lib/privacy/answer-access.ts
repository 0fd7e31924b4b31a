import { and, eq, sql } from "drizzle-orm";
import { inShop, type Tx } from "#db/in-shop";
import { dataRequests } from "#db/schema/privacy";
import { livingContact } from "#lib/connect/lock-contacts";
import { listMyContacts } from "#lib/connect/my-contacts";
import { requireSamePerson } from "#lib/connect/same-person";
import { contactChanged } from "#lib/contacts/events";
import { lockPermissions } from "#lib/contacts/record-permissions";
import { type MemberActor, type Person, requireRole } from "#lib/shops/actor";
import type { AskForMine, OneContactOf } from "./input";
import { openRequest } from "./open-request";

type Asked = Omit<Parameters<typeof openRequest>[2], "kind">;

/** Writes down that a contact's data was asked for and is handed over now; an open request is answered by it. */
async function recordAnswered(tx: Tx, shopId: string, asked: Asked): Promise<string> {
  const contactId = await lockPermissions(tx, shopId, asked.contactId);
  const { id } = await openRequest(tx, shopId, { ...asked, contactId, kind: "access" });
  await tx
    .update(dataRequests)
    .set({
      state: "done",
      completedAt: sql`clock_timestamp()`,
      proof: sql`${dataRequests.proof} || ${JSON.stringify(asked.proof)}::jsonb`,
    })
    .where(and(eq(dataRequests.shopId, shopId), eq(dataRequests.id, id)));
  await contactChanged.record(tx, shopId, { contactId });
  return id;
}

/** A person asks for all that the shops hold of her: written down in each, and handed over at once. */
export async function askForMine(person: Person, input: AskForMine): Promise<{ shops: number }> {
  requireSamePerson(person, input.person);
  const mine = await listMyContacts(person);
  const proof = { personId: person.id, sessionId: person.sessionId };
  for (const { shopId, contactId } of mine)
    await inShop(shopId, (tx) => recordAnswered(tx, shopId, { contactId, origin: "me", proof }));
  return { shops: mine.length };
}

/** A member hands a contact's data over: answers her open request, or writes one down. Admins and owners only. */
export async function answerAccess(actor: MemberActor, input: OneContactOf): Promise<{ requestId: string }> {
  requireRole(actor, "admin");
  return inShop(actor.shopId, async (tx) => {
    const contactId = await livingContact(tx, actor.shopId, input.contactId);
    const proof = { answeredBy: actor.memberId, sessionId: actor.sessionId };
    const asked = { contactId, origin: "member" as const, byMemberId: actor.memberId, proof };
    return { requestId: await recordAnswered(tx, actor.shopId, asked) };
  });
}
