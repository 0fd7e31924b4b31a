import type { Tx } from "#db/in-shop";
import type { ThreadEvent } from "#db/schema/conversations";
import type { LockedConversation } from "#lib/conversations/access";
import { appendEvent } from "#lib/conversations/append-message";
import { isHeld } from "#lib/conversations/held-message";
import { openConversation } from "#lib/conversations/open-conversation";
import { derivedId } from "./item-shapes";
import { knowPerson } from "./known-person";
import type { Place } from "./place";
import type { HookItem } from "./read-items";

type Told = { psid: string; at: Date; event: ThreadEvent };

/**
 * Writes into a person's thread what happened there; the same item again writes nothing. A thread that begins so is
 * closed: nobody wrote, and nobody waits. Gives the thread, locked, when it was new.
 */
export async function tellEvent(tx: Tx, place: Place, item: HookItem, told: Told): Promise<LockedConversation | null> {
  return tellUnder(tx, place, derivedId(item, told.psid, told.at), told);
}

/** The same under an id of its own. */
export async function tellUnder(
  tx: Tx,
  place: Place,
  externalId: string,
  { psid, at, event }: Told,
): Promise<LockedConversation | null> {
  const conversation = await openConversation(tx, await knowPerson(tx, place, psid, at), { at, status: "closed" });
  if (await isHeld(tx, { ...place, externalId })) return null;
  return appendEvent(tx, conversation, event, { createdAt: at, externalId });
}
