import { inDatabase } from "./database";

/** Moves everything that is stored about a contact into the past, as if that many hours had gone by. */
export function age(name: string, hours: number): Promise<void> {
  const ago = `${hours} hours`;
  return inDatabase(async (tx) => {
    const contacts = (await tx`select id from contacts where name = ${name}`).map(({ id }) => String(id));
    if (contacts.length === 0) throw new Error(`nobody is called ${name}`);
    const threads = tx`select id from conversations where contact_id in ${tx(contacts)}`;
    await tx`update messages set created_at = created_at - ${ago}::interval where conversation_id in (${threads})`;
    await tx`update identities set opted_in_at = opted_in_at - ${ago}::interval where contact_id in ${tx(contacts)}`;
    await tx`
      update conversations set window_expires_at = window_expires_at - ${ago}::interval,
        last_contact_at = last_contact_at - ${ago}::interval, waiting_since = waiting_since - ${ago}::interval,
        last_message_at = last_message_at - ${ago}::interval, version = version + 1
      where contact_id in ${tx(contacts)}`;
  });
}
