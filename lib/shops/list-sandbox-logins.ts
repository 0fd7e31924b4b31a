import { asc, eq, sql } from "drizzle-orm";
import { outsideShops } from "#db/in-shop";
import { accounts, persons } from "#db/schema/persons";
import { env } from "#lib/core/env";
import type { Role } from "./actor";

const SHOWN = 5;

export type SandboxLogin = { id: string; name: string; role: Role | "shopper" | null; shopName: string | null };

/**
 * The first logins of a local installation, offered on its sign-in page with what each is here. None where the
 * sandbox is off. `id` is the account's id, which the dialog takes as a hint.
 */
export async function listSandboxLogins(): Promise<SandboxLogin[]> {
  if (!env().sandbox) return [];
  return outsideShops(async (tx) => {
    const people = await tx
      .select({
        id: accounts.providerAccountId,
        name: persons.name,
        role: sql<Role | null>`(select role from entrance_memberships(${persons.id}) limit 1)`,
        shopName: sql<string | null>`(select name from entrance_memberships(${persons.id}) limit 1)`,
        shops: sql<boolean>`exists (select 1 from entrance_shops_of_shopper(${persons.id}))`,
      })
      .from(persons)
      .innerJoin(accounts, eq(accounts.personId, persons.id))
      .orderBy(asc(persons.createdAt), asc(persons.id))
      .limit(SHOWN);
    return people.map(({ shops, role, ...person }) => ({ ...person, role: role ?? (shops ? "shopper" : null) }));
  });
}
