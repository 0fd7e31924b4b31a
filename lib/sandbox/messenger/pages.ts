import { asc, eq } from "drizzle-orm";
import { database } from "#db/client";
import { sandboxPageRoles, sandboxPages } from "#db/schema/sandbox-messenger";

export type SandboxPage = { id: string; name: string; category: string; followers: number; hue: number };

const columns = {
  id: sandboxPages.id,
  name: sandboxPages.name,
  category: sandboxPages.category,
  followers: sandboxPages.followers,
  hue: sandboxPages.hue,
};

/** What one may do on a Page. Source: `tasks` of `/me/accounts`. */
export const TASKS = ["MANAGE", "CREATE_CONTENT", "MODERATE", "MESSAGING", "ADVERTISE", "ANALYZE"] as const;
export type Task = (typeof TASKS)[number];

/** Adds a Page, or leaves the one with this id as it is. */
export async function addPage(page: SandboxPage & { position?: number }): Promise<void> {
  await database().insert(sandboxPages).values(page).onConflictDoNothing();
}

/** Gives a person these tasks on a Page, instead of those she had. */
export async function givePageRole(role: { personId: string; pageId: string; tasks: readonly Task[] }): Promise<void> {
  const tasks = [...role.tasks];
  await database()
    .insert(sandboxPageRoles)
    .values({ ...role, tasks })
    .onConflictDoUpdate({ target: [sandboxPageRoles.personId, sandboxPageRoles.pageId], set: { tasks } });
}

/** Every Page of the sandbox, in the order of the seed. */
export async function listPages(): Promise<SandboxPage[]> {
  return database().select(columns).from(sandboxPages).orderBy(asc(sandboxPages.position), asc(sandboxPages.id));
}

/** The Page with this id, if there is one. */
export async function findPage(id: string): Promise<SandboxPage | undefined> {
  const [found] = await database().select(columns).from(sandboxPages).where(eq(sandboxPages.id, id));
  return found;
}

/** The Pages on which a person has a task, with those tasks. */
export async function listPagesOf(personId: string): Promise<(SandboxPage & { tasks: string[] })[]> {
  return database()
    .select({ ...columns, tasks: sandboxPageRoles.tasks })
    .from(sandboxPageRoles)
    .innerJoin(sandboxPages, eq(sandboxPages.id, sandboxPageRoles.pageId))
    .where(eq(sandboxPageRoles.personId, personId))
    .orderBy(asc(sandboxPages.position), asc(sandboxPages.id));
}
