import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/in-shop";
import { sandboxMessages, sandboxThreads } from "#db/schema/sandbox-messenger";
import { DAY } from "#lib/core/clock";
import { newDigits } from "./platform-ids";
import { SandboxRefused } from "./refused";

export type Thread = typeof sandboxThreads.$inferSelect;
export type KeptMessage = typeof sandboxMessages.$inferSelect;

/** How long a person's act lets a Page answer, in milliseconds. Source: Messenger's standard window. */
const WINDOW = DAY;
/** The same after a first message that an ad led to. Source: policy page of 2026-09. */
export const AD_WINDOW = 7 * DAY;

export type WhoseThread = { personId: string; pageId: string };

/** The thread of a person with a Page, locked. */
export async function findThread(tx: Tx, { personId, pageId }: WhoseThread): Promise<Thread | undefined> {
  const mine = and(eq(sandboxThreads.personId, personId), eq(sandboxThreads.pageId, pageId));
  const [found] = await tx.select().from(sandboxThreads).where(mine).for("update");
  return found;
}

/** The same, made when there is none: a PSID exists from the first touch. */
export async function ensureThread(tx: Tx, whose: WhoseThread, at: Date): Promise<Thread> {
  await tx
    .insert(sandboxThreads)
    .values({ ...whose, psid: newDigits("2"), updatedAt: at })
    .onConflictDoNothing();
  const thread = await findThread(tx, whose);
  if (!thread) throw new SandboxRefused("absent");
  return thread;
}

/** Writes what changed of a thread. */
export async function changeThread(tx: Tx, thread: Thread, changes: Partial<Thread>): Promise<void> {
  await tx.update(sandboxThreads).set(changes).where(eq(sandboxThreads.id, thread.id));
}

/** What an act of the person does to her thread: the window opens or stays open longer, and never gets shorter. */
export function windowAfter(thread: Thread, at: Date, length = WINDOW): Date {
  return new Date(Math.max(at.getTime() + length, thread.windowExpiresAt?.getTime() ?? 0));
}

/** A message and its thread, locked; refused as absent when another person's. */
export async function findMessage(
  tx: Tx,
  personId: string,
  mid: string,
): Promise<{ message: KeptMessage; thread: Thread }> {
  const [found] = await tx
    .select({ message: sandboxMessages, thread: sandboxThreads })
    .from(sandboxMessages)
    .innerJoin(sandboxThreads, eq(sandboxThreads.id, sandboxMessages.threadId))
    .where(and(eq(sandboxMessages.mid, mid), eq(sandboxThreads.personId, personId)))
    .for("update");
  if (!found) throw new SandboxRefused("absent");
  return found;
}
