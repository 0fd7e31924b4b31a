import { recordWithdrawal } from "#lib/contacts/record-permissions";
import type { Person } from "#lib/shops/actor";
import { changeMine } from "./change-mine";
import type { WithdrawPermission } from "./input";
import type { MyShop } from "./view-my-shop";

/** Takes back what this person allowed a shop. Taking back what is not on changes nothing. */
export async function withdrawPermission(person: Person, input: WithdrawPermission): Promise<MyShop> {
  return changeMine(person, input, {
    type: "permission_withdrawn",
    record: (tx, shopId, common) => recordWithdrawal(tx, shopId, { ...common, purposes: input.purposes }),
  });
}
