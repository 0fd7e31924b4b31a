import { asc, eq } from "drizzle-orm";
import { database } from "#db/client";
import { sandboxPeople } from "#db/schema/sandbox";
import type { SandboxPerson } from "./person";

const MOST = 200;

const columns = {
  id: sandboxPeople.id,
  name: sandboxPeople.name,
  email: sandboxPeople.email,
  note: sandboxPeople.note,
};

/** The first 200 people one can be: those of the seed in its order, then newer ones by name. */
export async function listPeople(): Promise<SandboxPerson[]> {
  return database()
    .select(columns)
    .from(sandboxPeople)
    .orderBy(asc(sandboxPeople.position), asc(sandboxPeople.name), asc(sandboxPeople.id))
    .limit(MOST);
}

/** The person with this app-scoped user id, if there is one. */
export async function findPerson(id: string): Promise<SandboxPerson | undefined> {
  const [found] = await database().select(columns).from(sandboxPeople).where(eq(sandboxPeople.id, id));
  return found;
}
