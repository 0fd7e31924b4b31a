import { z } from "zod";
import { callGraph } from "../graph";

/** The platform's largest page of messages, and as many threads at once as keep an answer far below 1 MiB. */
const MESSAGES = 100;
const THREADS = 10;
const COUNTED = 100;

const MESSAGE_FIELDS = "id,created_time,from,to,message,attachments,sticker";

const Paging = z
  .object({ cursors: z.object({ after: z.string() }).optional(), next: z.string().optional() })
  .optional();
const Person = z.object({ id: z.string(), name: z.string().optional() });
const Picture = z.object({ url: z.string().optional() }).optional();
const Attachment = z.object({
  name: z.string().optional(),
  mime_type: z.string().optional(),
  image_data: Picture,
  video_data: Picture,
  file_url: z.string().optional(),
});

/** A past message as the Conversations API gives it; of those too old to be shown it may give the id alone. */
export const GraphMessage = z.object({
  id: z.string(),
  created_time: z.string().optional(),
  from: Person.optional(),
  message: z.string().optional(),
  attachments: z.object({ data: z.array(Attachment) }).optional(),
  sticker: z.string().optional(),
});
export type GraphMessage = z.output<typeof GraphMessage>;

const Messages = z.object({ data: z.array(GraphMessage), paging: Paging });
const Thread = z.object({
  id: z.string(),
  updated_time: z.string().optional(),
  message_count: z.number().int().nonnegative().optional(),
  participants: z.object({ data: z.array(Person) }).optional(),
  messages: Messages.optional(),
});
const Threads = z.object({ data: z.array(Thread), paging: Paging });
const Counts = z.object({
  data: z.array(z.object({ id: z.string(), message_count: z.number().int().nonnegative().optional() })),
  paging: Paging,
});

/** A Page by its id on the platform, and the token that reads its conversations. */
export type ReadablePage = { pageId: string; token: string };

/** A piece of one thread: messages newest first, and the cursor of the older ones when the platform gives any. */
export type ThreadPiece = {
  threadId: string;
  person: { psid: string; name: string };
  messages: GraphMessage[];
  older: string | null;
  /** Messages that were counted and will not be given. */
  withheld: number;
};

const after = (cursor: string | null) => (cursor === null ? {} : { after: cursor });

function nextOf(paging: z.output<typeof Paging>): string | null {
  return paging?.next === undefined ? null : (paging.cursors?.after ?? null);
}

/** Of a thread's oldest messages the platform gives the id alone: behind the first such one nothing is worth asking for. */
function olderOf({ data, paging }: z.output<typeof Messages>): string | null {
  return data.at(-1)?.from === undefined ? null : nextOf(paging);
}

/** How many messages the next page of threads holds; `next` is null at the end. Throws `GraphError`. */
export async function countThreads(page: ReadablePage, cursor: string | null) {
  const query = { platform: "messenger", fields: "id,message_count", limit: String(COUNTED), ...after(cursor) };
  const { data, paging } = Counts.parse(
    await callGraph({ path: `${page.pageId}/conversations`, token: page.token, query }),
  );
  return { messages: data.reduce((sum, { message_count = 0 }) => sum + message_count, 0), next: nextOf(paging) };
}

/**
 * The next page of threads, each with its newest messages; half as many threads for every time the platform asked for
 * patience, since one of its reasons is an answer too large for it. `changedAt` says when the last of them changed, and
 * none that follows changed later. Throws `GraphError`.
 */
export async function fetchThreads(page: ReadablePage, cursor: string | null, delays: number) {
  const fields = `id,updated_time,message_count,participants,messages.limit(${MESSAGES}){${MESSAGE_FIELDS}}`;
  const limit = String(Math.max(1, THREADS >> delays));
  const query = { platform: "messenger", fields, limit, ...after(cursor) };
  const { data, paging } = Threads.parse(
    await callGraph({ path: `${page.pageId}/conversations`, token: page.token, query }),
  );
  const pieces = data.flatMap(({ id, message_count, participants, messages }): ThreadPiece[] => {
    const other = participants?.data.find((one) => one.id !== page.pageId);
    if (!other || !messages) return [];
    const person = { psid: other.id, name: other.name ?? "" };
    const older = olderOf(messages);
    const withheld = older === null ? Math.max(0, (message_count ?? 0) - messages.data.length) : 0;
    return [{ threadId: id, person, messages: messages.data, older, withheld }];
  });
  return { pieces, next: nextOf(paging), changedAt: data.at(-1)?.updated_time ?? null };
}

/** The next older messages of one thread. Throws `GraphError`. */
export async function fetchOlder(page: ReadablePage, threadId: string, cursor: string) {
  const query = { fields: MESSAGE_FIELDS, limit: String(MESSAGES), after: cursor };
  const answer = Messages.parse(await callGraph({ path: `${threadId}/messages`, token: page.token, query }));
  return { messages: answer.data, older: olderOf(answer) };
}
