import { z } from "zod";
import type { Tx } from "#db/in-shop";
import { keepEarly } from "#lib/conversations/early-changes";
import { markUntil } from "#lib/conversations/platform-marks";
import { Instant } from "./hook-values";
import { atOf, Common, readItem } from "./item-shapes";
import { findPerson } from "./known-person";
import type { Place } from "./place";
import type { HookItem } from "./read-items";

const Mark = z.object({ watermark: Instant.optional() });
const DeliveryItem = Common.extend({ delivery: Mark });
const ReadItem = Common.extend({ read: Mark });

/** Everything sent to a person until an instant has arrived. The ids of the messages may be missing, and are not needed. */
export async function takeDelivery(tx: Tx, place: Place, item: HookItem): Promise<void> {
  const { sender, delivery, timestamp } = readItem(DeliveryItem, item);
  await mark(tx, place, sender.id, "delivered", delivery.watermark ?? atOf(item, timestamp));
}

/** A person has read everything until an instant. */
export async function takeRead(tx: Tx, place: Place, item: HookItem): Promise<void> {
  const { sender, read, timestamp } = readItem(ReadItem, item);
  await mark(tx, place, sender.id, "read", read.watermark ?? atOf(item, timestamp));
}

/** A mark makes nobody a contact: a stranger's waits until she is one. One of the Page itself says nothing of a person. */
async function mark(tx: Tx, place: Place, psid: string, kind: "delivered" | "read", until: Date): Promise<void> {
  if (psid === place.pageId) return;
  const person = await findPerson(tx, place, psid);
  if (person) return markUntil(tx, person, kind, until);
  await keepEarly(tx, { ...place, externalId: psid }, { kind, change: { psid }, at: until });
}
