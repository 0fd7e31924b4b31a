import { eq } from "drizzle-orm";
import { outsideShops } from "#db/in-shop";
import { mailCodes } from "#db/schema/persons";
import { hashToken } from "#lib/core/ids";
import { askMailCode } from "./ask-mail-code";
import { codeOf } from "./mail-code";

/** Asks for a code as the dialog does: the browser's ticket, and what the mail says. */
export async function askCode(
  email: string,
  name = "Amélie Laurent",
): Promise<{ ticket: string; code: string; id: string }> {
  const { ticket } = await askMailCode({ email, name, locale: "fr" });
  return { ticket, ...(await readCode(ticket)) };
}

/** What the mail says to whoever asked with this ticket. */
export async function readCode(ticket: string): Promise<{ code: string; id: string }> {
  const [asked] = await outsideShops((tx) =>
    tx
      .select({ id: mailCodes.id })
      .from(mailCodes)
      .where(eq(mailCodes.ticketHash, hashToken(ticket))),
  );
  return { code: codeOf(asked?.id ?? ""), id: asked?.id ?? "" };
}
