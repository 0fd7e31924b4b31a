import type { Purpose } from "#lib/contacts/purposes";
import type { MyPermission, MyShop } from "./view-my-shop";

/** How a shop stands with a shopper: what she allows it, and whether she has it silent. */
export type MyStanding = Pick<MyShop, "pausedUntil" | "blockedAt"> & {
  permissions: readonly Pick<MyPermission, "purpose" | "state">[];
};

/** Whether a shop may write to her first as things stand: for this purpose, or for any. */
export function mayWrite({ permissions, pausedUntil, blockedAt }: MyStanding, purpose?: Purpose): boolean {
  if (pausedUntil !== null || blockedAt !== null) return false;
  return permissions.some((one) => one.state === "on" && (purpose === undefined || one.purpose === purpose));
}
