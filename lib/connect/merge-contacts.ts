import { z } from "zod";
import { inShop } from "#db/in-shop";
import type { MemberActor } from "#lib/shops/actor";
import { type Joined, joinContacts } from "./join-contacts";

export const MergeContacts = z.strictObject({ contactId: z.uuid(), otherId: z.uuid() });
export type MergeContacts = z.output<typeof MergeContacts>;

/**
 * Joins two contacts because a member says that they are one person. Answers with the contact that is left, which is
 * the one with a login whichever was asked for, and the merge to undo. Joining what is one already changes nothing;
 * two different logins are refused.
 */
export async function mergeContacts(actor: MemberActor, { contactId, otherId }: MergeContacts): Promise<Joined> {
  const joining = { keepId: contactId, mergeId: otherId, way: "merge" as const, byMemberId: actor.memberId };
  return inShop(actor.shopId, (tx) => joinContacts(tx, actor.shopId, joining));
}
