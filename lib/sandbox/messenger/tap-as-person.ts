import { eq } from "drizzle-orm";
import { database } from "#db/client";
import { sandboxMessages, sandboxThreads } from "#db/schema/sandbox-messenger";
import { asPerson, type PersonAct, tell, touch } from "./person-act";
import { newMid } from "./platform-ids";
import { SandboxRefused } from "./refused";
import type { WhoseThread } from "./threads";

/** A tap stands in the thread as words of hers, under an id of its own. */
async function postback(act: PersonAct, { title, payload }: { title: string; payload: string }): Promise<void> {
  const { tx, thread, controls } = act;
  const mid = newMid();
  const said = { mid, threadId: thread.id, sender: "person" as const, body: { text: title }, at: controls.now };
  await tx.insert(sandboxMessages).values(said);
  const ref = thread.lastPersonAt === null ? thread.pendingRef : null;
  const referral = ref ? { referral: { ref, source: "SHORTLINK", type: "OPEN_THREAD" } } : {};
  await touch(act, { lastPersonAt: controls.now, readAt: controls.now, pendingRef: null });
  await tell(act, "messaging_postbacks", { postback: { mid, title, payload, ...referral } });
}

/** Taps a button of a message: the Page gets its payload and the window opens. */
export async function tapAsPerson(tap: {
  personId: string;
  mid: string;
  payload: string;
  title: string;
}): Promise<void> {
  const { personId, mid, payload, title } = tap;
  const [found] = await database()
    .select({ pageId: sandboxThreads.pageId, owner: sandboxThreads.personId })
    .from(sandboxMessages)
    .innerJoin(sandboxThreads, eq(sandboxThreads.id, sandboxMessages.threadId))
    .where(eq(sandboxMessages.mid, mid));
  if (!found || found.owner !== personId) throw new SandboxRefused("absent");
  await asPerson({ personId, pageId: found.pageId }, (act) => postback(act, { title, payload }));
}

/** Taps Get Started, an ice breaker or an entry of the menu; on a new thread a `ref` rides along. */
export async function startAsPerson(
  tap: WhoseThread & { payload: string; title: string; ref?: string | undefined },
): Promise<void> {
  await asPerson(tap, (act) => {
    const pendingRef = tap.ref ?? act.thread.pendingRef;
    return postback({ ...act, thread: { ...act.thread, pendingRef } }, { title: tap.title, payload: tap.payload });
  });
}
