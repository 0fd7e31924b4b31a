import { and, eq, gt, inArray } from "drizzle-orm";
import { database } from "#db/client";
import { sandboxFiles } from "#db/schema/sandbox-messenger";
import { DAY } from "#lib/core/clock";
import { guardedFetch, OutboundRefused } from "#lib/core/outbound";
import { sandboxNow } from "../../messenger/controls";
import { type FileKind, fileUrl, keepFile, kindOf, LARGEST_FILE } from "../../messenger/files";
import { parameterWrong } from "../facebook-error";
import type { Content } from "./read-message";
import { type Json, objectAt, urlAt, wordAt } from "./shape";

const KINDS = ["image", "audio", "video", "file"] as const;

const fetchFailed = () => parameterWrong("Failed to fetch the file from the url", 2018008);
const wrongKind = () => parameterWrong("Upload attachment failure: the type does not match the content.", 2018047);
const notYours = () => parameterWrong("Invalid attachment_id", 2018074);
const tooLarge = () => parameterWrong("Attachment size exceeds allowable limit", 2018109);

/** How long an upload can be sent by its id; what was sent stays. Source: "Saving assets" of 2026-04-22. */
const ID_LIFE_MS = 90 * DAY;

/** Media that a message may carry, kept on the platform's side. */
export type Media = { type: FileKind; fileId: string; reusable: boolean };

function fits(type: FileKind, contentType: string): boolean {
  return type === "file" || kindOf(contentType) === type;
}

/** Keeps media of a Page from an address, an uploaded file, or an earlier upload. Throws 100 with the reason. */
export async function takeMedia(
  pageId: string,
  attachment: Json,
  at: string,
  upload: File | undefined,
): Promise<Media> {
  const type = wordAt(attachment.type, `${at}[type]`, KINDS);
  const payload = attachment.payload === undefined && upload ? {} : objectAt(attachment.payload, `${at}[payload]`);
  const reusable = payload.is_reusable === true || payload.is_reusable === "true";
  if (payload.attachment_id !== undefined)
    return { type, fileId: await findMedia(pageId, String(payload.attachment_id), type), reusable: false };
  const { name, contentType, content } = upload
    ? await readUpload(upload)
    : await download(urlAt(payload.url, `${at}[payload][url]`));
  if (content.byteLength > LARGEST_FILE) throw tooLarge();
  if (!fits(type, contentType)) throw wrongKind();
  return { type, fileId: await keepFile({ name, contentType, content, kind: type, pageId, reusable }), reusable };
}

async function readUpload(file: File) {
  return {
    name: file.name,
    contentType: file.type || "application/octet-stream",
    content: new Uint8Array(await file.arrayBuffer()),
  };
}

async function download(url: string) {
  const answer = await guardedFetch(url, { maxBytes: LARGEST_FILE, allowHttp: true }).catch((error: unknown) => {
    throw error instanceof OutboundRefused && error.reason === "too_large" ? tooLarge() : fetchFailed();
  });
  if (answer.status !== 200 || answer.body.byteLength === 0) throw fetchFailed();
  const contentType = answer.headers["content-type"]?.split(";")[0]?.trim() ?? "application/octet-stream";
  return { name: new URL(url).pathname.split("/").at(-1) || "file", contentType, content: answer.body };
}

async function findMedia(pageId: string, id: string, type?: FileKind): Promise<string> {
  const [file] = await database()
    .select({ id: sandboxFiles.id, kind: sandboxFiles.kind })
    .from(sandboxFiles)
    .where(
      and(
        eq(sandboxFiles.id, id),
        eq(sandboxFiles.pageId, pageId),
        eq(sandboxFiles.reusable, true),
        gt(sandboxFiles.at, new Date((await sandboxNow()).getTime() - ID_LIFE_MS)),
      ),
    );
  if (!file) throw notYours();
  if (type !== undefined && file.kind !== type) throw wrongKind();
  return file.id;
}

const idOf = (at: Json) => (at.attachment_id === undefined ? [] : [String(at.attachment_id)]);
const elementsOf = ({ elements }: Json) =>
  Array.isArray(elements) ? elements.map((one) => objectAt(one, "element")) : [];

/** The ids of earlier uploads that a message would send, alone or in a template. */
export function uploadsIn(content: Content): string[] {
  if (content.kind === "template") return elementsOf(content.payload).flatMap(idOf);
  if (content.kind !== "media") return [];
  return content.attachments.flatMap(({ payload }) =>
    payload === undefined ? [] : idOf(objectAt(payload, "payload")),
  );
}

/** Forgets what a Page uploaded, as the platform does after a while: its id is refused from now on; what was sent stays. */
export async function forgetMedia(pageId: string, ids: readonly string[]): Promise<void> {
  await database()
    .update(sandboxFiles)
    .set({ reusable: false })
    .where(and(eq(sandboxFiles.pageId, pageId), inArray(sandboxFiles.id, [...ids])));
}

/** Attachments as a person sees them and as an echo carries them. */
export function shownMedia(media: readonly Media[]): Json[] {
  return media.map(({ type, fileId }) => ({ type, payload: { url: fileUrl(fileId) } }));
}

/** Puts the address of an uploaded picture or video into a media template. Throws 100/2018074. */
export async function openMediaTemplate(pageId: string, payload: Json): Promise<Json> {
  const elements = elementsOf(payload);
  const ids = elements.flatMap(idOf);
  if (ids.length === 0) return payload;
  for (const id of ids) await findMedia(pageId, id);
  return { ...payload, elements: elements.map((one) => ({ ...one, url: fileUrl(String(one.attachment_id)) })) };
}
