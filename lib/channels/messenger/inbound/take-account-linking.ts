import { z } from "zod";
import type { Tx } from "#db/in-shop";
import { lockAccount } from "#lib/connect/accounts";
import { findClaims } from "#lib/connect/find-claims";
import { joinByAccount } from "#lib/connect/join-by-account";
import { readShop } from "#lib/shops/load-shop";
import { Words } from "./hook-values";
import { atOf, Common, readItem } from "./item-shapes";
import type { Place } from "./place";
import type { HookItem } from "./read-items";
import { tellEvent } from "./tell-event";

const Linking = z.object({ status: Words, authorization_code: Words.nullish() });
const LinkingItem = Common.extend({ account_linking: Linking });

const EVENTS = { linked: "account_linked", unlinked: "account_unlinked" } as const;

/**
 * Somebody linked her account at the shop with Messenger, or ended that; it is told in the thread. The platform passes on
 * the `authorization_code` that the shop's login page gave it: where that is an identity token of the shop, in force when
 * it was given, she is that account's contact. Any other code means nothing to us and joins nobody, and an end parts
 * nobody: who she is has not changed. Source: messenger-platform.md §2.4 and §6.
 */
export async function takeAccountLinking(tx: Tx, place: Place, item: HookItem): Promise<void> {
  const { sender, account_linking: linking, timestamp } = readItem(LinkingItem, item);
  const { status, authorization_code: code } = linking;
  if (status !== "linked" && status !== "unlinked") return;
  const at = atOf(item, timestamp);
  const shop = await readShop(tx, place.shopId);
  const claims = status === "linked" && code ? await findClaims(tx, shop, code, at) : null;
  if (claims) await lockAccount(tx, place.shopId, claims.sub);
  const told = await tellEvent(tx, place, item, { psid: sender.id, at, event: { type: EVENTS[status] } });
  if (told && claims) await joinByAccount(tx, told, claims);
}
