import type { GraphRequest } from "../fake-graph-fixture";
import { graphRefusal } from "../fake-graph-fixture";

type Sent = {
  id: string;
  created_time: string;
  from: { id: string; name: string };
  message: string;
  attachments?: { data: object[] };
};
export type PastThread = { id: string; psid: string; name: string; messages: Sent[] };

/** `2026-01-31T10:00:00+0000`, as the platform writes it. */
export function graphTime(at: Date): string {
  return at.toISOString().replace(/\.\d+Z$/, "+0000");
}

/** Threads of so many messages each, one a minute up to `last`, newest first as the platform gives them. */
export function makePast(pageId: string, threads: number, each: number, last = new Date(Date.now() - 86_400_000)) {
  return Array.from({ length: threads }, (_, t): PastThread => {
    const psid = `7${pageId.slice(-6)}${String(t).padStart(6, "0")}`;
    const messages = Array.from({ length: each }, (__, m): Sent => {
      const place = each - m;
      return {
        id: `m_${psid}_${place}`,
        created_time: graphTime(new Date(last.getTime() - m * 60_000)),
        from: place % 2 === 1 ? { id: psid, name: "Amélie Laurent" } : { id: pageId, name: "Maison Pivoine" },
        message: `Message ${place}`,
      };
    });
    return { id: `t_${psid}`, psid, name: "Amélie Laurent", messages };
  });
}

const MOST_THREADS = 200;
const MOST_MESSAGES = 100;

function pageOf<T>(all: readonly T[], query: URLSearchParams, most: number) {
  const from = Number(query.get("after") ?? 0);
  const until = from + Math.min(most, Number(query.get("limit") ?? 25));
  const cursors = { before: String(from), after: String(until) };
  return { data: all.slice(from, until), paging: until < all.length ? { cursors, next: "https://next" } : { cursors } };
}

/** Answers as the Conversations API does for these threads. */
export function answerPast(pageId: string, threads: readonly PastThread[]) {
  return ({ path, query, token }: GraphRequest) => {
    if (!token) return graphRefusal(190);
    const fields = query.get("fields") ?? "";
    if (path === `${pageId}/conversations`) {
      const nested = Number(/messages\.limit\((\d+)\)/.exec(fields)?.[1] ?? 0);
      const { data, paging } = pageOf(threads, query, MOST_THREADS);
      const shown = data.map(({ id, psid, name, messages }) => ({
        id,
        ...(fields.includes("updated_time") ? { updated_time: messages[0]?.created_time } : {}),
        ...(fields.includes("message_count") ? { message_count: messages.length } : {}),
        ...(fields.includes("participants") ? { participants: { data: [{ id: psid, name }, { id: pageId }] } } : {}),
        ...(nested
          ? { messages: pageOf(messages, new URLSearchParams({ limit: String(nested) }), MOST_MESSAGES) }
          : {}),
      }));
      return { body: { data: shown, paging } };
    }
    const thread = threads.find(({ id }) => path === `${id}/messages`);
    return thread ? { body: pageOf(thread.messages, query, MOST_MESSAGES) } : graphRefusal(100);
  };
}
