import { and, eq, inArray, isNotNull, isNull, ne, or } from "drizzle-orm";
import { inShop, outsideShops } from "#db/in-shop";
import { contacts } from "#db/schema/contacts";
import { persons } from "#db/schema/persons";
import { livingContact } from "#lib/connect/lock-contacts";
import { beginErasure } from "./ask-erasure";
import { dropLogin } from "./erase/drop-login";
import { type ErasedContact, readErasures } from "./erase/replay-list";
import { eraseContactData } from "./erase-contact";

/** How many erasures are on the replay list, and which of them a restored backup undid. */
export async function listReturned() {
  const list = await readErasures();
  const returned: ErasedContact[] = [];
  for (const erased of list.contacts) if (await isBack(erased)) returned.push(erased);
  const logins = await outsideShops((tx) =>
    tx
      .select({ id: persons.id })
      .from(persons)
      .where(and(inArray(persons.id, list.logins), or(ne(persons.name, ""), isNotNull(persons.email)))),
  );
  return {
    listed: list.contacts.length + list.logins.length,
    contacts: returned,
    logins: logins.map(({ id }) => id),
  };
}

function isBack({ shopId, contactId }: ErasedContact): Promise<boolean> {
  return inShop(shopId, async (tx) => {
    const rows = await tx
      .select({ id: contacts.id })
      .from(contacts)
      .where(and(eq(contacts.shopId, shopId), eq(contacts.id, contactId), isNull(contacts.erasedAt)));
    return rows.length > 0;
  });
}

/**
 * Erases again whoever a restored backup brought back: everybody on the replay list whose row is whole again, then the
 * logins of those who left. Run after every restore, before anybody is let in. Answers how many it erased, and how many
 * it left, because the backup holds them as one with somebody who was not erased: a member parts them first.
 */
export async function replayErasures(): Promise<{ erased: number; left: number }> {
  const { contacts: returned, logins } = await listReturned();
  const listed = new Set((await readErasures()).contacts.map(({ contactId }) => contactId));
  let left = 0;
  for (const one of returned) {
    if (!(await isBack(one))) continue;
    const { shopId, contactId } = one;
    if (listed.has(await inShop(shopId, (tx) => livingContact(tx, shopId, contactId)))) await eraseAgain(one);
    else left++;
  }
  for (const personId of logins) await dropLogin(personId);
  return { erased: returned.length - left + logins.length, left };
}

/** Whoever the backup holds as one with this contact goes with it. */
async function eraseAgain({ shopId, contactId }: ErasedContact): Promise<void> {
  const { id: requestId } = await inShop(shopId, (tx) =>
    beginErasure(tx, shopId, { contactId, proof: { replay: "backup" } }, { origin: "member" }),
  );
  await eraseContactData({ shopId, requestId });
}
