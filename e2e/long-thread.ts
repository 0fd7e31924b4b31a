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
