import { eq, sql } from "drizzle-orm";
import { outsideShops } from "#db/in-shop";
import { persons } from "#db/schema/persons";
import { refused } from "#lib/core/errors";
import { MailAddress } from "#lib/mail/address";
import type { Person } from "./actor";
import { askMailCode } from "./ask-mail-code";
import type { AskAddressCode, SignInByMail } from "./input";
import { tryMailCode } from "./try-mail-code";

/** Mails a code to the address of one's login, to prove that it is one's own. Refused where the login has none. */
export async function askAddressCode({ email, name }: Person, { locale }: AskAddressCode): Promise<{ ticket: string }> {
  const address = MailAddress.safeParse(email);
  if (!address.success) throw refused("login_without_address");
  return askMailCode({ email: address.data, name, locale });
}

/** Takes the address of one's login for proven, by the code that was mailed there. A code for another proves nothing. */
export async function proveAddress({ id }: Person, input: SignInByMail): Promise<void> {
  const refusal = await outsideShops(async (tx) => {
    const asked = await tryMailCode(tx, input);
    if (typeof asked === "string") return asked;
    const [person] = await tx.select({ email: persons.email }).from(persons).where(eq(persons.id, id));
    if (MailAddress.safeParse(person?.email).data !== asked.address) return "mail_code_over";
    await tx.update(persons).set({ email: asked.address, emailVerified: sql`now()` }).where(eq(persons.id, id));
    return null;
  });
  if (refusal) throw refused(refusal);
}
