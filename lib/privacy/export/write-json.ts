import { inShop } from "#db/in-shop";
import { now } from "#lib/core/clock";
import { type Login, listConversations, messagesOf, readShopRecord, type Subject } from "./records";

/** The format's own number: raised when a field changes its meaning. */
const VERSION = 1;

/**
 * Everything held of somebody, and of her login where she takes it herself, as JSON in the order it is read, so that a long history is never held at once.
 * Source: GDPR art. 15 and 20.
 */
export async function* writeJson(subjects: readonly Subject[], login: Login | null = null): AsyncGenerator<string> {
  const head = { comptoir: VERSION, exportedAt: now().toISOString(), ...(login ? { login } : {}) };
  yield `${JSON.stringify(head).slice(0, -1)},"shops":[`;
  for (const [place, subject] of subjects.entries()) {
    const { record, threads } = await inShop(subject.shopId, async (tx) => ({
      record: await readShopRecord(tx, subject),
      threads: await listConversations(tx, subject),
    }));
    yield `${place > 0 ? "," : ""}\n${JSON.stringify(record).slice(0, -1)},"conversations":[`;
    for (const [nth, thread] of threads.entries()) {
      yield `${nth > 0 ? "," : ""}\n${JSON.stringify(thread).slice(0, -1)},"messages":[`;
      let comma = "";
      for await (const message of messagesOf(subject.shopId, thread.id)) {
        yield `${comma}\n${JSON.stringify(message)}`;
        comma = ",";
      }
      yield "]}";
    }
    yield "]}";
  }
  yield "]}\n";
}
