import { outsideShops } from "#db/in-shop";
import { sandboxPeople } from "#db/schema/sandbox";
import { sandboxMessages, sandboxThreads } from "#db/schema/sandbox-messenger";
import { DAY, MINUTE } from "#lib/core/clock";
import { newId } from "#lib/core/ids";
import { sandboxNow } from "./controls";
import { newDigits, newMid } from "./platform-ids";

/** Rows of one statement. */
const AT_ONCE = 1_000;

/**
 * Gives a Page conversations of the past, with people made for them, in silence: nobody is told by webhook. Each has
 * `messages` messages, the person's and the Page's in turn, a minute apart, the last a month and more ago.
 */
export async function addPast(past: { pageId: string; threads: number; messages: number }): Promise<void> {
  const end = (await sandboxNow()).getTime() - 31 * DAY;
  const lastOf = (n: number) => new Date(end - n * MINUTE);
  const people = Array.from({ length: past.threads }, (_, n) => ({
    id: newDigits("5"),
    name: `Past Person ${n + 1}`,
    note: "past",
    position: 10_000 + n,
  }));
  const threads = people.map(({ id }, n) => ({
    id: newId(),
    pageId: past.pageId,
    personId: id,
    psid: newDigits("2"),
    lastPersonAt: lastOf(n),
    updatedAt: lastOf(n),
  }));
  const messages = threads.flatMap(({ id, updatedAt }, thread) =>
    Array.from({ length: past.messages }, (_, n) => ({
      mid: newMid(),
      threadId: id,
      sender: n % 2 === 0 ? ("person" as const) : ("page" as const),
      body: { text: `Message ${n + 1} of conversation ${thread + 1}` },
      at: new Date(updatedAt.getTime() - (past.messages - 1 - n) * MINUTE),
    })),
  );
  await outsideShops(async (tx) => {
    for (const rows of pieces(people)) await tx.insert(sandboxPeople).values(rows);
    for (const rows of pieces(threads)) await tx.insert(sandboxThreads).values(rows);
    for (const rows of pieces(messages)) await tx.insert(sandboxMessages).values(rows);
  });
}

function pieces<Row>(rows: Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, n) => rows.slice(n * AT_ONCE, (n + 1) * AT_ONCE));
}
