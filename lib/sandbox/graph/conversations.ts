import { and, desc, eq, exists, type SQL } from "drizzle-orm";
import { database } from "#db/client";
import { sandboxMessages, sandboxThreads } from "#db/schema/sandbox-messenger";
import { type Answer, asPage } from "./call";
import { paged, readCursors } from "./cursors";
import { objectUnknown } from "./facebook-error";
import { namesOf } from "./show-message";
import { messagesAddress, messagesOf, shapeThread } from "./show-thread";

/** The largest page of threads. Source: community measurement in the Messenger reference §6. */
const MOST_THREADS = 200;

/** `GET /{page}/conversations`: newest first, by folder and person. Source: Messenger reference §6. */
export const listConversations: Answer = async (call) => {
  const { page, holder } = await asPage(call, "pages_messaging");
  const { parameters, request } = call;
  const platform = parameters.text("platform") ?? "messenger";
  if (platform.toLowerCase() === "instagram") return { data: [] };
  const filters: (SQL | undefined)[] = [
    eq(sandboxThreads.pageId, page.id),
    eq(sandboxThreads.folder, parameters.text("folder") ?? "inbox"),
  ];
  const psid = parameters.text("user_id");
  if (psid) filters.push(eq(sandboxThreads.psid, psid));
  const cursors = readCursors(parameters, 25, MOST_THREADS);
  const said = database().select().from(sandboxMessages).where(eq(sandboxMessages.threadId, sandboxThreads.id));
  const rows = await database()
    .select()
    .from(sandboxThreads)
    .where(and(...filters, exists(said)))
    .orderBy(desc(sandboxThreads.updatedAt), desc(sandboxThreads.id))
    .limit(cursors.limit + 1)
    .offset(cursors.offset);
  const fields = parameters.text("fields") ?? "id,link,updated_time";
  const shown = [];
  for (const thread of rows) {
    const asked = { request: messagesAddress(request, thread), holderToken: holder.token };
    shown.push(await shapeThread(thread, holder, fields, asked));
  }
  return paged(shown, cursors, { request, holderToken: holder.token });
};

/** `GET /{conversation}/messages`. */
export const listMessages: Answer = async (call) => {
  const { page, holder } = await asPage({ ...call, named: {} }, "pages_messaging");
  const id = call.named.page ?? "";
  const [thread] = /^t_[\da-f-]{36}$/.test(id)
    ? await database()
        .select()
        .from(sandboxThreads)
        .where(and(eq(sandboxThreads.id, id.slice(2)), eq(sandboxThreads.pageId, page.id)))
    : [];
  if (!thread) throw objectUnknown(id);
  const field = { name: "messages", parameters: call.parameters, fields: call.parameters.text("fields") ?? "" };
  return messagesOf(thread, await namesOf(thread, holder), field, { request: call.request, holderToken: holder.token });
};
