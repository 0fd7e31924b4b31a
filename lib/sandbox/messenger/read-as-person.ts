import { and, desc, eq, ne } from "drizzle-orm";
import { outsideShops } from "#db/in-shop";
import { sandboxMessages } from "#db/schema/sandbox-messenger";
import { readControls } from "./controls";
import { tell } from "./person-act";
import { changeThread, findThread, type WhoseThread } from "./threads";

/** Looks at a thread: what the Page said last is read, told once. Does nothing offline, or without anything new. */
export async function readAsPerson(whose: WhoseThread): Promise<void> {
  await outsideShops(async (tx) => {
    const controls = await readControls(tx);
    const thread = await findThread(tx, whose);
    if (!thread || thread.blockedAt || controls.offline.includes(whose.personId)) return;
    const [last] = await tx
      .select({ at: sandboxMessages.at })
      .from(sandboxMessages)
      .where(and(eq(sandboxMessages.threadId, thread.id), ne(sandboxMessages.sender, "person")))
      .orderBy(desc(sandboxMessages.seq))
      .limit(1);
    if (!last || (thread.readAt && thread.readAt >= last.at)) return;
    await changeThread(tx, thread, { readAt: controls.now });
    await tell({ tx, controls, thread }, "message_reads", { read: { watermark: last.at.getTime() } });
  });
}
