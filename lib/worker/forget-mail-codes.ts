import { lt } from "drizzle-orm";
import { outsideShops } from "#db/in-shop";
import { mailCodes } from "#db/schema/persons";
import { DAY, now } from "#lib/core/clock";

/** Forgets who asked for a code by mail, once no later request is counted together with it: after a day. */
export async function forgetMailCodes(): Promise<void> {
  const before = new Date(now().getTime() - DAY);
  await outsideShops((tx) => tx.delete(mailCodes).where(lt(mailCodes.createdAt, before)));
}
