import type { MessagePayload } from "#db/schema/conversations";
import type { How } from "#lib/contacts/send-facts";

export type Recipient = { externalId: string; loginId: string | null };

/** What a message is in the platform's words. */
export type Content =
  | { text: string }
  | { files: { type: string; attachmentId: string }[] }
  /** `uploads`: the platform's ids of the files in it. */
  | { template: Record<string, unknown>; uploads?: string[] }
  | { utility: { name: string; language: string; parameters: string[] } };

export type Composed = {
  /** Comes back on the echo, which so finds the message. */
  messageId: string;
  content: Content;
  quickReplies?: MessagePayload["quickReplies"];
  replyTo?: string | null;
  personaId?: string | null;
};

/** The body of a call of the Send API. Throws when a first message has no login to go to. Source: reference §3.1. */
export function sendBody(composed: Composed, how: How, to: Recipient): Record<string, unknown> {
  const { messageId, content, quickReplies, replyTo, personaId } = composed;
  return {
    recipient: recipientOf(how, to),
    messaging_type: how.messagingType,
    ...("tag" in how ? { tag: how.tag } : {}),
    message: {
      ...contentOf(content),
      ...(quickReplies?.length
        ? { quick_replies: quickReplies.map((reply) => ({ content_type: "text", ...reply })) }
        : {}),
      metadata: messageId,
    },
    ...(personaId ? { persona_id: personaId } : {}),
    ...(replyTo ? { reply_to: { mid: replyTo } } : {}),
  };
}

function recipientOf(how: How, { externalId, loginId }: Recipient) {
  if (how.to === "psid") return { id: externalId };
  if (loginId === null) throw new Error("a first message was allowed to somebody without a login id");
  return { login_id: loginId };
}

function contentOf(content: Content): Record<string, unknown> {
  if ("text" in content) return { text: content.text };
  if ("template" in content) return { attachment: { type: "template", payload: content.template } };
  if ("utility" in content) {
    const { name, language, parameters } = content.utility;
    const body = { type: "body", parameters: parameters.map((text) => ({ type: "text", text })) };
    return { template: { name, language: { code: language }, components: [body] } };
  }
  const files = content.files.map(({ type, attachmentId }) => ({ type, payload: { attachment_id: attachmentId } }));
  return files.length === 1 ? { attachment: files[0] } : { attachments: files };
}
