import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/in-shop";
import { earlyChanges } from "#db/schema/messenger";
import { useChatReference as joinByReference } from "#lib/connect/chat-reference";
import { keepEarly } from "#lib/conversations/early-changes";
import { derivedId } from "./item-shapes";
import { lockPerson } from "./known-person";
import type { Place } from "./place";
import type { HookItem } from "./read-items";
import { tellUnder } from "./tell-event";

const Tick = z.object({ ref: z.string().nullable(), toldAs: z.string() });
const Writer = z.object({ psid: z.string() });

/** Under what one side of a checkbox waits for the other; no message is called so. */
const keyOf = (userRef: string) => `user_ref:${userRef}`;

/** Whatever else is told of this ticking of a checkbox waits until this transaction ends. Before any person is locked. */
export async function lockCheckbox(tx: Tx, place: Place, userRef: string): Promise<void> {
  await lockPerson(tx, place, keyOf(userRef));
}

/**
 * Takes in that somebody ticked a checkbox: the platform names nobody, only the `user_ref` that the page made for it. It
 * is told in the thread of whoever the platform says wrote after it, and its `ref` joins her as one of a link does.
 */
export async function takeTick(
  tx: Tx,
  place: Place,
  item: HookItem,
  { userRef, ref, at }: { userRef: string; ref: string | null; at: Date },
): Promise<void> {
  await lockCheckbox(tx, place, userRef);
  const tick = { ref, toldAs: derivedId(item, userRef, at) };
  const wrote = await findSide(tx, place, userRef, "wrote");
  if (wrote) return join(tx, place, Writer.parse(wrote.change).psid, { ...tick, at });
  await keepEarly(tx, { ...place, externalId: keyOf(userRef) }, { kind: "ticked", change: tick, at });
}

/**
 * Takes in who wrote after she had ticked a checkbox, as the platform says beside her message; it may come before the tick.
 * The first is believed. Call `lockCheckbox` before.
 */
export async function takeWriter(
  tx: Tx,
  place: Place,
  { userRef, psid, at }: { userRef: string; psid: string; at: Date },
): Promise<void> {
  if (await findSide(tx, place, userRef, "wrote")) return;
  await keepEarly(tx, { ...place, externalId: keyOf(userRef) }, { kind: "wrote", change: { psid }, at });
  const ticked = await findSide(tx, place, userRef, "ticked");
  if (ticked) await join(tx, place, psid, { ...Tick.parse(ticked.change), at: ticked.at });
}

async function findSide(tx: Tx, { shopId, channelId }: Place, userRef: string, kind: "ticked" | "wrote") {
  const [found] = await tx
    .select()
    .from(earlyChanges)
    .where(
      and(
        eq(earlyChanges.shopId, shopId),
        eq(earlyChanges.channelId, channelId),
        eq(earlyChanges.externalId, keyOf(userRef)),
        eq(earlyChanges.kind, kind),
      ),
    );
  return found ?? null;
}

async function join(
  tx: Tx,
  place: Place,
  psid: string,
  { ref, toldAs, at }: z.output<typeof Tick> & { at: Date },
): Promise<void> {
  const told = await tellUnder(tx, place, toldAs, { psid, at, event: { type: "opted_in", way: "checkbox" } });
  if (!told || !ref) return;
  const { identityId, contactId } = told;
  await joinByReference(tx, { ...place, identityId, contactId, ref });
}
