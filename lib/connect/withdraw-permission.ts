import type { Purpose } from "#lib/contacts/purposes";
import { recordWithdrawal } from "#lib/contacts/record-permissions";
import type { Person } from "#lib/shops/actor";
import { changeMine } from "./change-mine";
import type { ChangeOfContact } from "./change-of-contact";
import type { WithdrawPermission } from "./input";
import type { MyShop } from "./view-my-shop";

/** The change that takes back what is on of these purposes; `onGone` learns which that were. */
export function withdrawing(purposes: readonly Purpose[], onGone?: (gone: Purpose[]) => void): ChangeOfContact {
  return async (tx, shopId, act) => {
    const gone = await recordWithdrawal(tx, shopId, { ...act, purposes });
    onGone?.(gone);
    return gone.length > 0 ? { type: "permission_withdrawn", purposes: gone } : null;
  };
}

/** Takes back what this person allowed a shop. Taking back what is not on changes nothing. */
export async function withdrawPermission(person: Person, input: WithdrawPermission): Promise<MyShop> {
  return changeMine(person, input, withdrawing(input.purposes));
}
