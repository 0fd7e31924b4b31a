import { asPerson, tell, touch } from "./person-act";
import { changeThread, type WhoseThread } from "./threads";

/**
 * Follows an m.me link. On a thread she has written in, the Page hears of it at once and the window opens; on a new one
 * the `ref` waits for her first message or tap.
 */
export async function openLink(link: WhoseThread & { ref: string }): Promise<void> {
  await asPerson(link, async (act) => {
    if (act.thread.lastPersonAt === null) return changeThread(act.tx, act.thread, { pendingRef: link.ref });
    await touch(act);
    await tell(act, "messaging_referrals", { referral: { ref: link.ref, source: "SHORTLINK", type: "OPEN_THREAD" } });
  });
}
