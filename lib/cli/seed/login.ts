import { and, eq } from "drizzle-orm";
import { outsideShops } from "#db/in-shop";
import { accounts, persons } from "#db/schema/persons";
import { sandboxPeople } from "#db/schema/sandbox";
import type { MemberActor, Person } from "#lib/shops/actor";
import { authAdapter } from "#lib/shops/auth-adapter";
import { loadMember } from "#lib/shops/load-member";
import { PEOPLE, type PersonName } from "./people";

/** Puts the people into the sandbox's dialog; those who are there stay as they are. */
export async function addSandboxPeople(): Promise<void> {
  await outsideShops((tx) =>
    tx
      .insert(sandboxPeople)
      .values(PEOPLE.map((person, position) => ({ ...person, position })))
      .onConflictDoNothing(),
  );
}

/** The login a sandbox person gets when she first signs in; the same one when she has it already. */
export async function loginOf(name: PersonName): Promise<Person> {
  const someone = PEOPLE.find((person) => person.name === name);
  if (!someone) throw new Error(`nobody is called ${name}`);
  const known = await outsideShops((tx) =>
    tx
      .select({ id: persons.id })
      .from(accounts)
      .innerJoin(persons, eq(persons.id, accounts.personId))
      .where(and(eq(accounts.provider, "facebook"), eq(accounts.providerAccountId, someone.id))),
  );
  const id = known[0]?.id ?? (await signUp(someone));
  return { id, name, email: someone.email, image: null, sessionId: id };
}

async function signUp(someone: (typeof PEOPLE)[number]): Promise<string> {
  const adapter = authAdapter({ userAgent: null, signingIn: true });
  const user = await adapter.createUser?.({ name: someone.name, email: someone.email, emailVerified: null });
  if (!user) throw new Error("the person was not made");
  await adapter.linkAccount?.({ userId: user.id, type: "oauth", provider: "facebook", providerAccountId: someone.id });
  return user.id;
}

/** The member a sandbox person is in a shop. */
export async function memberOf(name: PersonName, slug: string): Promise<MemberActor> {
  return loadMember(await loginOf(name), slug);
}
