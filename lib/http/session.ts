import { cookies, headers } from "next/headers";
import { cache } from "react";
import { unauthenticated } from "#lib/core/errors";
import type { MemberActor, Person } from "#lib/shops/actor";
import { findSession } from "#lib/shops/find-session";
import { loadMember } from "#lib/shops/load-member";

/** The cookie of a signed-in browser. */
export const SESSION_COOKIE = "__Host-comptoir-session";

/** The person signed in on this browser, or null. Read once per request. */
export const currentPerson = cache(async (): Promise<Person | null> => {
  const token = (await cookies()).get(SESSION_COOKIE)?.value;
  return token ? findSession(token) : null;
});

/** The person signed in on this browser. Throws `unauthenticated` when there is none. */
export async function requirePerson(): Promise<Person> {
  const person = await currentPerson();
  if (!person) throw unauthenticated();
  return person;
}

/** The browser that asks, as a sign-in needs it: what it calls itself, and the session a new one takes the place of. */
export async function thisBrowser(): Promise<{ userAgent: string | null; replaces: string | undefined }> {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  return { userAgent: sent.get("user-agent"), replaces: jar.get(SESSION_COOKIE)?.value };
}

/** Signs this browser in: the cookie that next-auth would set. */
export async function keepSession({ token, expiresAt }: { token: string; expiresAt: Date }): Promise<void> {
  const kept = { httpOnly: true, sameSite: "lax", path: "/", secure: true, expires: expiresAt } as const;
  (await cookies()).set(SESSION_COOKIE, token, kept);
}

/** The person acting as a member of the shop at `slug`. A foreign shop is refused like an absent one. */
export const requireMember = cache(
  async (slug: string): Promise<MemberActor> => loadMember(await requirePerson(), slug),
);
