import { desc, eq } from "drizzle-orm";
import { database } from "#db/client";
import { sandboxPeople } from "#db/schema/sandbox";
import { sandboxMessages, sandboxThreads } from "#db/schema/sandbox-messenger";
import { findPage } from "../messenger/pages";
import type { KeptMessage, Thread } from "../messenger/threads";
import type { PageHolder } from "./call";
import { fieldUnknown, objectUnknown } from "./facebook-error";
import { readFields } from "./read-fields";

/** Only so many of a thread's newest messages have details. Source: Messenger reference §6. */
export const DETAILED = 20;

/** An instant as the Conversations API writes it: whole seconds of UTC. */
export const time = (at: Date) => `${at.toISOString().slice(0, 19)}+0000`;

export type Names = { pageId: string; pageName: string; psid: string; personName: string };
export const pageParty = ({ pageId, pageName }: Names) => ({
  name: pageName,
  email: `${pageId}@facebook.com`,
  id: pageId,
});
export const personParty = ({ psid, personName }: Names) => ({
  name: personName,
  email: `${psid}@facebook.com`,
  id: psid,
});

/** What both sides of a thread are called. */
export async function namesOf(thread: Thread, holder: PageHolder): Promise<Names> {
  const [person] = await database().select().from(sandboxPeople).where(eq(sandboxPeople.id, thread.personId));
  const page = await findPage(holder.pageId);
  return { pageId: holder.pageId, pageName: page?.name ?? "", psid: thread.psid, personName: person?.name ?? "" };
}

const SIDE = 512; // pixels; what the platform says of a picture it has not measured

function attachmentOf(one: unknown, id: string): Record<string, unknown> | null {
  const { type, payload } = one as { type: string; payload?: { url?: string } };
  const url = payload?.url;
  if (!url) return null;
  const picture = { width: SIDE, height: SIDE, url, preview_url: url };
  if (type === "image" || type === "sticker") return { id, mime_type: "image/png", name: "image", image_data: picture };
  if (type === "video") return { id, mime_type: "video/mp4", name: "video", video_data: picture };
  const mime_type = type === "audio" ? "audio/mpeg" : "application/octet-stream";
  return { id, mime_type, name: type, file_url: url };
}

function attachmentsOf({ body, mid }: KeptMessage) {
  const list: unknown[] = Array.isArray(body.attachments) ? body.attachments : [];
  const data = list.map((one, place) => attachmentOf(one, `${mid.slice(2, 14)}${place}`)).filter((one) => one !== null);
  return data.length > 0 ? { data } : undefined;
}

function stickerOf({ body }: KeptMessage): string | undefined {
  const list: unknown[] = Array.isArray(body.attachments) ? body.attachments : [];
  return list
    .map((one) => one as { payload?: { sticker_id?: number; url?: string } })
    .find(({ payload }) => payload?.sticker_id)?.payload?.url;
}

function messageField(message: KeptMessage, names: Names, field: string): unknown {
  const fromPage = message.sender !== "person";
  switch (field) {
    case "id":
      return message.mid;
    case "created_time":
      return time(message.at);
    case "from":
      return fromPage ? pageParty(names) : personParty(names);
    case "to":
      return { data: [fromPage ? personParty(names) : pageParty(names)] };
    case "message":
      return String(message.body.text ?? "");
    case "attachments":
      return attachmentsOf(message);
    case "sticker":
      return stickerOf(message);
    case "reactions":
      return message.personReaction
        ? { data: [{ reaction: message.personReaction, users: [personParty(names)] }] }
        : undefined;
    case "reply_to":
      return message.replyTo ? { id: message.replyTo } : undefined;
    case "is_unsupported":
    case "shares":
    case "story":
    case "tags":
      return undefined;
    default:
      throw fieldUnknown(field, "Message");
  }
}

/** The wanted fields of a message; of one that is too old only its id and time. */
export function shapeMessage(
  message: KeptMessage,
  names: Names,
  fields: string,
  isDetailed: boolean,
): Record<string, unknown> {
  const wanted = isDetailed ? readFields(fields || "id,created_time").map(({ name }) => name) : [];
  const entries = [...new Set([...wanted, "id", "created_time"])].map((name): [string, unknown] => [
    name,
    messageField(message, names, name),
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** `GET /{message}`. Throws 100/33 for a message of another Page. */
export async function showMessage(message: KeptMessage, holder: PageHolder, fields = "id,created_time") {
  const [thread] = await database().select().from(sandboxThreads).where(eq(sandboxThreads.id, message.threadId));
  if (!thread || thread.pageId !== holder.pageId) throw objectUnknown(message.mid);
  const newest = await database()
    .select({ mid: sandboxMessages.mid })
    .from(sandboxMessages)
    .where(eq(sandboxMessages.threadId, thread.id))
    .orderBy(desc(sandboxMessages.seq))
    .limit(DETAILED);
  return shapeMessage(
    message,
    await namesOf(thread, holder),
    fields,
    newest.some(({ mid }) => mid === message.mid),
  );
}
