import { desc, notInArray } from "drizzle-orm";
import { z } from "zod";
import { outsideShops } from "#db/in-shop";
import { sandboxMails } from "#db/schema/sandbox";
import { newId } from "#lib/core/ids";

const KEPT = 200;

/** A mail as our own mail client hands it over. */
export const KeepMail = z.strictObject({
  messageId: z.string().min(1).max(300),
  from: z.string().max(300),
  to: z.string().min(1).max(300),
  subject: z.string().max(500),
  text: z.string().max(100_000),
  html: z.string().max(200_000),
  headers: z.record(z.string(), z.string()),
});
export type KeepMail = z.output<typeof KeepMail>;

/** Takes one mail in, once for each Message-ID as a good mailbox does. The latest two hundred are kept. */
export async function keepMail({ from, headers, ...mail }: KeepMail): Promise<void> {
  await outsideShops(async (tx) => {
    const kept = { ...mail, id: newId(), headers: { From: from, ...headers } };
    await tx.insert(sandboxMails).values(kept).onConflictDoNothing();
    const latest = tx.select({ id: sandboxMails.id }).from(sandboxMails).orderBy(desc(sandboxMails.id)).limit(KEPT);
    await tx.delete(sandboxMails).where(notInArray(sandboxMails.id, latest));
  });
}
