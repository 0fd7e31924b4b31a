import { expect, type Locator } from "@playwright/test";
import { inDatabase } from "./database";

const BASE = "2026-03-01T12:00:00Z";

/** The words of the message that many places up from the first one written by `lengthen`. */
export const lineOf = (n: number) => `Message number ${n}.`;

/**
 * Puts that many messages before the ones a conversation has, one an hour from March 1st on, as a year of talking would.
 * All but the last `unread` are read.
 */
export function lengthen(conversationId: string, many: number, unread: number): Promise<void> {
  return inDatabase(async (tx) => {
    await tx`update messages set seq = -seq where conversation_id = ${conversationId}`;
    await tx`update messages set seq = ${many} - seq, created_at = ${BASE}::timestamptz + (${many} - seq) * interval '1 hour',
      version = version + 1 where conversation_id = ${conversationId}`;
    await tx`
      insert into messages (id, shop_id, conversation_id, channel_id, seq, author, delivery, body, created_at)
      select gen_random_uuid(), shop_id, id, channel_id, n, 'contact', 'received', ${"Message number "} || n || '.',
        ${BASE}::timestamptz + n * interval '1 hour'
      from conversations, generate_series(1, ${many}) n where id = ${conversationId}`;
    await tx`
      update conversations set last_seq = last_seq + ${many}, latest_seq = latest_seq + ${many},
        unread = ${unread}, member_read_seq = last_seq + ${many - unread}, version = version + 1,
        last_message_at = (select max(created_at) from messages where conversation_id = ${conversationId})
      where id = ${conversationId}`;
  });
}

/**
 * Scrolls a thread by so many pixels at a time until `goal` is in sight, looking at every frame. Answers the most messages
 * that it drew, and how far what stood in sight moved by itself at most.
 */
export async function scrollTo(thread: Locator, by: number, goal: Locator): Promise<{ drawn: number; moved: number }> {
  const found = { drawn: 0, moved: 0 };
  await expect(async () => {
    const seen = await thread.evaluate(async (box, step) => {
      const all = () => [...box.querySelectorAll("[id^=message-]")];
      const edge = box.getBoundingClientRect().top;
      let [drawn, moved] = [0, 0];
      for (let turn = 0; turn < 10; turn += 1) {
        box.scrollBy({ top: step, behavior: "instant" });
        const stood = all().find((one) => one.getBoundingClientRect().top >= edge);
        const top = () => stood?.getBoundingClientRect().top ?? 0;
        const before = top();
        for (let frame = 0; frame < 2; frame += 1) {
          await new Promise(requestAnimationFrame);
          drawn = Math.max(drawn, all().length);
          moved = Math.max(moved, stood?.isConnected ? Math.abs(top() - before) : Number.POSITIVE_INFINITY);
        }
      }
      return { drawn, moved };
    }, by);
    found.drawn = Math.max(found.drawn, seen.drawn);
    found.moved = Math.max(found.moved, seen.moved);
    await expect(goal).toBeInViewport({ timeout: 1 });
  }).toPass({ intervals: [0] });
  return found;
}
