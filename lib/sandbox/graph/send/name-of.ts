import { and, eq } from "drizzle-orm";
import { database } from "#db/client";
import { sandboxPeople } from "#db/schema/sandbox";
import { sandboxThreads } from "#db/schema/sandbox-messenger";
import type { Recipient } from "./recipient";

/** The name of whoever a call is for, if the Page knows her. */
export async function nameOf(pageId: string, { kind, id }: Recipient): Promise<string | null> {
  const named = kind === "id" ? eq(sandboxThreads.psid, id) : eq(sandboxThreads.personId, id);
  const [found] = await database()
    .select({ name: sandboxPeople.name })
    .from(sandboxThreads)
    .innerJoin(sandboxPeople, eq(sandboxPeople.id, sandboxThreads.personId))
    .where(and(eq(sandboxThreads.pageId, pageId), named));
  return found?.name ?? null;
}
