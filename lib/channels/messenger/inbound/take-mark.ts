import { z } from "zod";
import type { Tx } from "#db/in-shop";
import { markUntil } from "#lib/conversations/platform-marks";
import { Instant } from "./hook-values";
import { atOf, Common, readItem } from "./item-shapes";
import { knowPerson } from "./known-person";
import type { Place } from "./place";
import type { HookItem } from "./read-items";

const Mark = z.object({ watermark: Instant.optional() });
const DeliveryItem = Common.extend({ delivery: Mark });
const ReadItem = Common.extend({ read: Mark });

/** Everything sent to a person until an instant has arrived. The ids of the messages may be missing, and are not needed. */
export async function takeDelivery(tx: Tx, place: Place, item: HookItem): Promise<void> {
  const { sender, delivery, timestamp } = readItem(DeliveryItem, item);
  const until = delivery.watermark ?? atOf(item, timestamp);
  await markUntil(tx, await knowPerson(tx, place, sender.id, until), "delivered", until);
}

/** A person has read everything until an instant. */
export async function takeRead(tx: Tx, place: Place, item: HookItem): Promise<void> {
  const { sender, read, timestamp } = readItem(ReadItem, item);
  const until = read.watermark ?? atOf(item, timestamp);
  await markUntil(tx, await knowPerson(tx, place, sender.id, until), "read", until);
}
