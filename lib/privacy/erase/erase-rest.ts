import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { contactMerges } from "#db/schema/contact-links";
import { contacts } from "#db/schema/contacts";
import { dataRequests } from "#db/schema/privacy";
import { type LockedContact, lockContacts } from "#lib/connect/lock-contacts";
import { tellVisits } from "#lib/connect/tell-visits";
import { contactChanged } from "#lib/contacts/events";
import { suppressOffers } from "#lib/contacts/suppressions";
import { now } from "#lib/core/clock";
import { forgetImports } from "#lib/imports/forget-import";
import { addJob } from "#lib/jobs/add-job";
import { discardExports } from "../contact-export/discard-export";
import { contactErased } from "../events";
import type { Erasing } from "./begin";
import { belongingRows, deleteRows } from "./belonging-rows";
import { forgetDeliveries } from "./forget-deliveries";
import { freeDraftFiles } from "./free-draft-files";
import { stripOrders } from "./strip-orders";

/** What stays of a contact: its id, that other rows of the shop may point at, and when it was erased. */
const NOTHING = {
  personId: null,
  name: "",
  email: null,
  locale: null,
  city: null,
  timeZone: null,
  pausedUntil: null,
  filledById: null,
  erasedAt: sql`clock_timestamp()`,
  version: sql`${contacts.version} + 1`,
};

/** Whether a list of contacts may have named one of them: she has a name or an address, or had one until a merge was undone. */
async function mayBeListed(tx: Tx, shopId: string, people: readonly LockedContact[]): Promise<boolean> {
  if (people.some(({ personId, name, email }) => personId !== null || name !== "" || email !== null)) return true;
  const ids = people.map(({ id }) => id);
  const undone = await tx
    .select({ id: contactMerges.id })
    .from(contactMerges)
    .where(and(eq(contactMerges.shopId, shopId), inArray(contactMerges.keptId, ids), isNotNull(contactMerges.undoneAt)))
    .limit(1);
  return undone.length > 0;
}

/**
 * Erases what is left when the messages are gone, says that it is done, and has the login dropped of somebody who leaves
 * for good. Whatever is just being stored of her, an order or a message, is waited for and erased with the rest. Where
 * nobody asked, files being imported are left to end by themselves within a day: they bring nobody back who was erased.
 */
export async function eraseRest(tx: Tx, erasing: Erasing): Promise<void> {
  const { shopId, requestId, contactId, byClock, contactIds, links } = erasing;
  const { contacts: people, identities: ways } = await lockContacts(tx, shopId, contactIds);
  await tellVisits(
    tx,
    shopId,
    ways.map(({ id }) => id),
  );
  for (const id of contactIds) await suppressOffers(tx, shopId, id);
  await forgetDeliveries(tx, shopId, contactIds, ways);
  await stripOrders(tx, shopId, contactIds);
  if (await mayBeListed(tx, shopId, people)) {
    const since = people.find(({ id }) => id === contactId)?.blockedAt ?? now();
    await discardExports(tx, shopId, { contactIds, since });
  }
  if (!byClock) await forgetImports(tx, shopId);
  await freeDraftFiles(tx, shopId, contactIds);
  const keys: string[] = [];
  for (const rows of belongingRows(links, "contacts", inArray(contacts.id, contactIds)))
    keys.push(...(await deleteRows(tx, rows)));
  if (keys.length > 0) await addJob(tx, "discardFiles", { shopId, keys });
  await tx
    .update(contacts)
    .set(NOTHING)
    .where(and(eq(contacts.shopId, shopId), inArray(contacts.id, contactIds)));
  const [request] = await tx
    .update(dataRequests)
    .set({ state: "done", done: sql`${dataRequests.total}`, completedAt: sql`clock_timestamp()` })
    .where(and(eq(dataRequests.shopId, shopId), eq(dataRequests.id, requestId)))
    .returning({ proof: dataRequests.proof });
  const her = people.find(({ id }) => id === contactId);
  await contactErased.record(tx, shopId, { contactId, personId: her?.personId });
  await contactChanged.record(tx, shopId, { contactId });
  const { leaving } = request?.proof ?? {};
  if (typeof leaving === "string") await addJob(tx, "dropLogin", { shopId, personId: leaving });
}
