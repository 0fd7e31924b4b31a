import type { Tx } from "#db/in-shop";
import { readShop } from "#lib/shops/load-shop";
import { PROFILE_LOCALES, type ProfileLocale } from "./profile";

/** The languages a shop speaks, its first before the others. */
export async function languagesOf(tx: Tx, shopId: string): Promise<ProfileLocale[]> {
  const { locales } = await readShop(tx, shopId);
  return locales.flatMap((one) => PROFILE_LOCALES.find((known) => known === one) ?? []);
}
