import { and, eq, sql } from "drizzle-orm";
import { outsideShops, type Tx } from "#db/in-shop";
import { accounts, type mailCodes, persons, sessions } from "#db/schema/persons";
import { now } from "#lib/core/clock";
import { refused } from "#lib/core/errors";
import { hashToken, newId, newToken } from "#lib/core/ids";
import { SESSION_LIFE_MS } from "./find-session";
import type { SignInByMail } from "./input";
import { lockAddress } from "./mail-code";
import { tryMailCode } from "./try-mail-code";

/** The browser that signs in: what it calls itself, and the session it had, which ends. */
type Browser = { userAgent: string | null; replaces: string | undefined };

type SignedIn = { token: string; expiresAt: Date };

/**
 * Signs a browser in with the code that was mailed to the address, which is proven by it. A login with Facebook under the same address stays another person. Source: AUTH-07, OAUTH-09.
 */
export async function signInByMail(input: SignInByMail, browser: Browser): Promise<SignedIn> {
  const outcome = await outsideShops(async (tx) => {
    const asked = await tryMailCode(tx, input);
    if (typeof asked === "string") return asked;
    return startSession(tx, await personOf(tx, asked), browser);
  });
  if (typeof outcome === "string") throw refused(outcome);
  return outcome;
}

/** The person who signs in with this address; made when there is none. */
async function personOf(tx: Tx, { address, name, locale }: typeof mailCodes.$inferSelect): Promise<string> {
  const mine = and(eq(accounts.provider, "email"), eq(accounts.providerAccountId, address));
  await lockAddress(tx, address);
  const [known] = await tx.select({ personId: accounts.personId }).from(accounts).where(mine);
  if (known) return known.personId;
  const id = newId();
  await tx.insert(persons).values({ id, name, email: address, emailVerified: sql`now()`, locale });
  await tx.insert(accounts).values({ personId: id, type: "email", provider: "email", providerAccountId: address });
  return id;
}

async function startSession(tx: Tx, personId: string, { userAgent, replaces }: Browser): Promise<SignedIn> {
  const token = newToken();
  const expiresAt = new Date(now().getTime() + SESSION_LIFE_MS);
  if (replaces) await tx.delete(sessions).where(eq(sessions.tokenHash, hashToken(replaces)));
  await tx
    .insert(sessions)
    .values({ personId, tokenHash: hashToken(token), expiresAt, userAgent: userAgent?.slice(0, 300) ?? null });
  return { token, expiresAt };
}
