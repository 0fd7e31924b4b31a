import { FacebookError, parameterWrong } from "../facebook-error";
import type { Parameters } from "../read-parameters";
import { checkQuickReplies } from "./check-buttons";
import { checkTemplate } from "./check-template";
import { type Json, listAt, objectAt, optionalTextAt, textAt } from "./shape";

/** The most characters of a text. Source: Send API reference. */
export const TEXT_MOST = 2_000;
const METADATA_MOST = 1_000;
const MEDIA_MOST = 30;

/** What is to be sent, checked as far as it says by itself. */
export type Content =
  | { kind: "text"; text: string }
  | { kind: "media"; attachments: Json[] }
  | { kind: "template"; type: string; payload: Json }
  | { kind: "sticker"; stickerId: string }
  | { kind: "utility"; template: unknown };

export type Message = { content: Content; quickReplies: unknown[] | null; metadata: string | null };

export const nothingToSend = () =>
  new FacebookError(100, "(#100) Must specify either a message or a sender action, and not both.", 2018015);

/** Reads `message`. Throws 100 with the documented subcode. Source: Messenger reference §3.1. */
export function readMessage(parameters: Parameters): Message {
  const message = parameters.object("message");
  if (!message) throw nothingToSend();
  const { quick_replies, metadata } = message;
  if (quick_replies !== undefined && quick_replies !== null) checkQuickReplies(quick_replies);
  optionalTextAt(metadata, "message[metadata]", METADATA_MOST);
  return {
    content: readContent(message, parameters.files.size > 0),
    quickReplies: Array.isArray(quick_replies) ? quick_replies : null,
    metadata: typeof metadata === "string" ? metadata : null,
  };
}

function readContent(message: Json, hasUpload: boolean): Content {
  const kinds = ["text", "attachment", "attachments", "sticker_id", "template"].filter(
    (name) => message[name] !== undefined,
  );
  if (kinds.length > 1) throw parameterWrong(`Param message must not have ${kinds.join(" and ")} together.`);
  const [kind] = kinds;
  if (kind === "text") return { kind, text: textAt(message.text, "message[text]", TEXT_MOST) };
  if (kind === "sticker_id") return { kind: "sticker", stickerId: String(message.sticker_id) };
  if (kind === "template") return { kind: "utility", template: message.template };
  if (kind === "attachments") {
    const attachments = listAt(message.attachments, "message[attachments]", 1, MEDIA_MOST).map((one) =>
      objectAt(one, "message[attachments]"),
    );
    if (attachments.some(({ type }) => type !== "image"))
      throw parameterWrong("Param message[attachments] may only hold images.");
    return { kind: "media", attachments };
  }
  if (kind !== "attachment" && !hasUpload) throw nothingToSend();
  const attachment = objectAt(message.attachment, "message[attachment]");
  if (attachment.type !== "template") return { kind: "media", attachments: [attachment] };
  const payload = objectAt(attachment.payload, "message[attachment][payload]");
  return { kind: "template", type: checkTemplate(payload), payload };
}
