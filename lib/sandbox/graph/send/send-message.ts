import { outsideShops } from "#db/in-shop";
import { takeFailure } from "../../messenger/controls";
import { deliverWebhook } from "../../messenger/deliver-webhook";
import { type Answer, asPage, type Call, type PageHolder } from "../call";
import { parameterWrong } from "../facebook-error";
import { checkWindow, type Meaning, readMeaning } from "./check-window";
import { failAfter, failBefore } from "./fail-on-purpose";
import { forgetMedia, uploadsIn } from "./media";
import { nameOf } from "./name-of";
import { prepareContent } from "./prepare-content";
import { type Message, nothingToSend, readMessage } from "./read-message";
import { findRecipient, type Recipient, readRecipient } from "./recipient";
import { senderAction } from "./sender-action";
import { type Json, objectAt, textAt, wordAt } from "./shape";
import { storeSent } from "./store-sent";

const NOTIFICATION_TYPES = ["REGULAR", "SILENT_PUSH", "NO_PUSH"] as const;

/** `POST /{page}/messages`: sends a message, or shows a sign of life. */
export const sendMessage: Answer = async (call) => {
  const { page, holder } = await asPage(call, "pages_messaging");
  const { parameters } = call;
  const recipient = readRecipient(parameters.value("recipient"));
  call.wire.who = await nameOf(page.id, recipient);
  const hasAction = parameters.text("sender_action") !== undefined;
  if (hasAction === parameters.has("message")) throw nothingToSend();
  return hasAction ? senderAction(call, page.id, recipient) : send(call, holder, recipient);
};

function note(call: Call, { content }: Message): void {
  const kind = content.kind === "template" ? `template.${content.type}` : `message.${content.kind}`;
  call.wire.kind = kind;
  if (content.kind === "text") call.wire.about = content.text.slice(0, 60);
  if (content.kind === "template") {
    const { order_number, text } = content.payload;
    call.wire.about =
      typeof order_number === "string" ? order_number : typeof text === "string" ? text.slice(0, 60) : null;
  }
}

async function send(call: Call, holder: PageHolder, recipient: Recipient): Promise<Json> {
  const { parameters, controls } = call;
  const message = readMessage(parameters);
  note(call, message);
  const { content, quickReplies, metadata } = message;
  const template = content.kind === "template" ? content.type : null;
  const meaning = readMeaning(parameters.value("messaging_type"), parameters.value("tag"), template, controls.now);
  if ((content.kind === "utility") !== (meaning.type === "UTILITY"))
    throw parameterWrong("A utility template and messaging_type UTILITY go together.");
  if (parameters.has("notification_type"))
    wordAt(parameters.text("notification_type"), "notification_type", NOTIFICATION_TYPES);
  const references = {
    replyTo: readReply(parameters.object("reply_to")),
    personaId: parameters.text("persona_id") ?? null,
  };
  await failBefore(holder, controls);
  await outsideShops(async (tx) =>
    checkWindow(await findRecipient(tx, holder.pageId, recipient), recipient, meaning, controls.now),
  );
  const uploads = uploadsIn(content);
  if (uploads.length > 0 && (await takeFailure("upload_forgotten", controls)))
    await forgetMedia(holder.pageId, uploads);
  const { body, attachmentId } = await prepareContent(content, holder, parameters.files.get("filedata"), controls.now);
  const shown = quickReplies ? { ...body, quick_replies: quickReplies } : body;
  const sent = await keep(call, holder, recipient, meaning, { body: shown, metadata, ...references });
  if (controls.delivery.echo === "before" && sent.echoId) await deliverWebhook(sent.echoId);
  await failAfter(controls);
  return { recipient_id: sent.psid, message_id: sent.mid, ...(attachmentId ? { attachment_id: attachmentId } : {}) };
}

type Kept = { body: Json; metadata: string | null; replyTo: string | null; personaId: string | null };

async function keep({ controls }: Call, holder: PageHolder, recipient: Recipient, meaning: Meaning, kept: Kept) {
  return outsideShops(async (tx) => {
    const thread = await findRecipient(tx, holder.pageId, recipient);
    checkWindow(thread, recipient, meaning, controls.now);
    const isFirst = recipient.kind === "login_id" && thread.loginMessageAt === null;
    return { psid: thread.psid, ...(await storeSent({ tx, controls, thread, ...kept, isFirst })) };
  });
}

function readReply(given: Json | undefined): string | null {
  return given === undefined ? null : textAt(objectAt(given, "reply_to").mid, "reply_to[mid]", 300);
}
