import { desc, eq } from "drizzle-orm";
import { outsideShops } from "#db/in-shop";
import { sandboxMails } from "#db/schema/sandbox";

const SHOWN = 50;

export type SandboxMail = { id: string; to: string; subject: string; text: string; unsubscribe: boolean; at: string };

/** The latest mails the sandbox was handed, the newest first; with `to`, those to one address. */
export async function listMails(to?: string): Promise<SandboxMail[]> {
  const rows = await outsideShops((tx) =>
    tx
      .select()
      .from(sandboxMails)
      .where(to ? eq(sandboxMails.to, to) : undefined)
      .orderBy(desc(sandboxMails.id))
      .limit(SHOWN),
  );
  return rows.map(({ id, to: address, subject, text, headers, at }) => ({
    ...{ id, subject, text, to: address, at: at.toISOString() },
    unsubscribe: "List-Unsubscribe" in headers,
  }));
}
