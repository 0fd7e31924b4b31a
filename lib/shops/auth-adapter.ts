import { and, eq, sql } from "drizzle-orm";
import type { Adapter, AdapterAccount, AdapterSession, AdapterUser } from "next-auth/adapters";
import { outsideShops } from "#db/in-shop";
import { accounts, persons, sessions } from "#db/schema/persons";
import { hashToken, newId } from "#lib/core/ids";
import { plainName } from "#lib/core/plain-name";

type PersonRow = typeof persons.$inferSelect;

const viewUser = (row: PersonRow): AdapterUser => ({
  id: row.id,
  name: row.name,
  email: row.email ?? "",
  emailVerified: row.emailVerified,
  image: row.image,
});

async function userWhere(where: ReturnType<typeof eq>): Promise<AdapterUser | null> {
  const [row] = await outsideShops((tx) => tx.select().from(persons).where(where));
  return row ? viewUser(row) : null;
}

type Browser = {
  userAgent: string | null;
  /** The session that a completed sign-in replaces on this browser; set only while signing in. */
  replaces?: string | undefined;
  signingIn: boolean;
};

/**
 * Keeps next-auth's logins in our tables. Unlike the ready-made adapter it stores only the hash of a session's
 * cookie, none of the outside account's tokens, and never joins accounts: neither because their e-mail is the same
 * (OAUTH-09), nor because somebody else is still signed in on the browser.
 */
export function authAdapter(browser: Browser): Adapter {
  return { ...people, ...sessionsOf(browser) };
}

const people = {
  createUser: (user: Omit<AdapterUser, "id">) =>
    outsideShops(async (tx) => {
      const [row] = await tx
        .insert(persons)
        .values({ id: newId(), name: plainName(user.name ?? ""), email: user.email || null, image: user.image ?? null })
        .returning();
      if (!row) throw new Error("insert returned no row");
      return viewUser(row);
    }),
  getUser: (id: string) => userWhere(eq(persons.id, id)),
  getUserByEmail: async () => null,
  getUserByAccount: ({ provider, providerAccountId }: Pick<AdapterAccount, "provider" | "providerAccountId">) =>
    outsideShops(async (tx) => {
      const [row] = await tx
        .select({ person: persons })
        .from(accounts)
        .innerJoin(persons, eq(persons.id, accounts.personId))
        .where(and(eq(accounts.provider, provider), eq(accounts.providerAccountId, providerAccountId)));
      return row ? viewUser(row.person) : null;
    }),
  updateUser: (user: Partial<AdapterUser> & Pick<AdapterUser, "id">) =>
    outsideShops(async (tx) => {
      const set = {
        ...(user.name ? { name: plainName(user.name) } : {}),
        ...(user.image ? { image: user.image } : {}),
        locale: sql`${persons.locale}`,
      };
      const [row] = await tx.update(persons).set(set).where(eq(persons.id, user.id)).returning();
      if (!row) throw new Error("no such person");
      return viewUser(row);
    }),
  linkAccount: ({ userId, type, provider, providerAccountId }: AdapterAccount) =>
    outsideShops(async (tx) => {
      await tx.insert(accounts).values({ personId: userId, type, provider, providerAccountId }).onConflictDoNothing();
    }),
} satisfies Partial<Adapter>;

const sessionsOf = (browser: Browser) => ({
  createSession: (session: AdapterSession) =>
    outsideShops(async (tx) => {
      if (browser.replaces) await tx.delete(sessions).where(eq(sessions.tokenHash, hashToken(browser.replaces)));
      await tx.insert(sessions).values({
        personId: session.userId,
        tokenHash: hashToken(session.sessionToken),
        expiresAt: session.expires,
        userAgent: browser.userAgent?.slice(0, 300) ?? null,
      });
      return session;
    }),
  getSessionAndUser: async (sessionToken: string) => {
    if (browser.signingIn) return null;
    return outsideShops(async (tx) => {
      const [row] = await tx
        .select({ session: sessions, person: persons })
        .from(sessions)
        .innerJoin(persons, eq(persons.id, sessions.personId))
        .where(eq(sessions.tokenHash, hashToken(sessionToken)));
      return row
        ? {
            session: { sessionToken, userId: row.person.id, expires: row.session.expiresAt },
            user: viewUser(row.person),
          }
        : null;
    });
  },
  updateSession: (session: Partial<AdapterSession> & Pick<AdapterSession, "sessionToken">) =>
    outsideShops(async (tx) => {
      const set = session.expires ? { expiresAt: session.expires } : { lastSeenAt: sql`now()` };
      const [row] = await tx
        .update(sessions)
        .set(set)
        .where(eq(sessions.tokenHash, hashToken(session.sessionToken)))
        .returning();
      return row ? { sessionToken: session.sessionToken, userId: row.personId, expires: row.expiresAt } : null;
    }),
  deleteSession: (sessionToken: string) =>
    outsideShops(async (tx) => {
      await tx.delete(sessions).where(eq(sessions.tokenHash, hashToken(sessionToken)));
    }),
});
