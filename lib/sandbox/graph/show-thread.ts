import { and, count, desc, eq, gt } from "drizzle-orm";
import { database } from "#db/client";
import { sandboxMessages } from "#db/schema/sandbox-messenger";
import type { Thread } from "../messenger/threads";
import type { PageHolder } from "./call";
import { paged, readCursors } from "./cursors";
import { fieldUnknown } from "./facebook-error";
import { type Field, readFields } from "./read-fields";
import { DETAILED, type Names, namesOf, pageParty, personParty, shapeMessage, time } from "./show-message";

/** The largest page of messages. Source: community measurement in the Messenger reference §6. */
const MOST_MESSAGES = 100;

/** Where the following pages of a thread's messages are fetched, and by whom. */
export type Asked = { request: Request; holderToken: string };

/** A page of a thread's messages, newest first. */
export async function messagesOf(thread: Thread, names: Names, { parameters, fields }: Field, asked: Asked) {
  const cursors = readCursors(parameters, 25, MOST_MESSAGES);
  const rows = await database()
    .select()
    .from(sandboxMessages)
    .where(eq(sandboxMessages.threadId, thread.id))
    .orderBy(desc(sandboxMessages.seq))
    .limit(cursors.limit + 1)
    .offset(cursors.offset);
  const shown = rows.map((row, place) => shapeMessage(row, names, fields, cursors.offset + place < DETAILED));
  return paged(shown, cursors, asked);
}

async function countMessages(thread: Thread, unread: boolean): Promise<number> {
  const after = thread.pageReadAt ? gt(sandboxMessages.at, thread.pageReadAt) : undefined;
  const ofPerson = unread ? and(eq(sandboxMessages.sender, "person"), after) : undefined;
  const [row] = await database()
    .select({ n: count() })
    .from(sandboxMessages)
    .where(and(eq(sandboxMessages.threadId, thread.id), ofPerson));
  return row?.n ?? 0;
}

async function snippetOf(thread: Thread): Promise<string> {
  const [last] = await database()
    .select({ body: sandboxMessages.body })
    .from(sandboxMessages)
    .where(eq(sandboxMessages.threadId, thread.id))
    .orderBy(desc(sandboxMessages.seq))
    .limit(1);
  return String(last?.body.text ?? "");
}

/** The wanted fields of a thread. Throws 100 for one it has not got. */
export async function shapeThread(thread: Thread, holder: PageHolder, fields: string, asked: Asked) {
  const names = await namesOf(thread, holder);
  const parties = { data: [personParty(names), pageParty(names)] };
  const readers: Record<string, (field: Field) => unknown> = {
    id: () => `t_${thread.id}`,
    updated_time: () => time(thread.updatedAt),
    link: () => `/${holder.pageId}/inbox/${thread.psid}/`,
    participants: () => parties,
    senders: () => parties,
    can_reply: () => thread.blockedAt === null,
    message_count: () => countMessages(thread, false),
    unread_count: () => countMessages(thread, true),
    snippet: () => snippetOf(thread),
    messages: (field) => {
      const address = new URL(asked.request.url);
      address.searchParams.set("fields", field.fields);
      return messagesOf(thread, names, field, { ...asked, request: new Request(address, asked.request) });
    },
  };
  const shown: Record<string, unknown> = {};
  for (const field of [...readFields(fields), ...readFields("id")]) {
    const read = Object.hasOwn(readers, field.name) ? readers[field.name] : undefined;
    if (!read) throw fieldUnknown(field.name, "UnifiedThread");
    shown[field.name] = await read(field);
  }
  return shown;
}

/** Where the messages of a thread are fetched, from the address of any other call. */
export function messagesAddress(request: Request, thread: Thread): Request {
  const address = new URL(request.url);
  const version = /\/(v\d{1,2}\.\d)\//.exec(address.pathname)?.[0] ?? "/";
  const root = address.pathname.slice(0, address.pathname.lastIndexOf(version));
  address.pathname = `${root}${version}t_${thread.id}/messages`;
  address.search = "";
  return new Request(address, { headers: { host: request.headers.get("host") ?? address.host } });
}
