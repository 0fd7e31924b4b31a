import type { Claimed } from "./claim-next";
import { fillTemplate } from "./fill-template";
import { offerEnding } from "./offer-ending";
import { personaOf } from "./persona-of";
import { readReceipt } from "./read-receipt";
import type { Composed, Content } from "./send-body";
import { uploadFiles } from "./upload-files";

/**
 * What a claimed message says, with everything the platform must be given before it. Throws `GraphError` for what the
 * platform refused of that, and `Unsendable`.
 */
export async function compose(shopId: string, claimed: Claimed): Promise<Composed> {
  const { message } = claimed;
  return {
    messageId: message.id,
    content: await contentOf(shopId, claimed),
    quickReplies: message.payload?.quickReplies,
    replyTo: message.replyTo,
    personaId: await personaOf(shopId, claimed),
  };
}

async function contentOf(shopId: string, claimed: Claimed): Promise<Content> {
  const { message, how } = claimed;
  if (message.kind === "receipt") return readReceipt(shopId, message, "template" in how);
  if (message.kind === "template" && message.payload?.template)
    return fillTemplate(shopId, claimed, message.payload.template);
  const files = message.body === "" ? await uploadFiles(shopId, claimed) : [];
  if (files.length > 0) return { files };
  if (message.purpose !== "offers") return { text: message.body };
  return { text: `${message.body}\n\n${await offerEnding(shopId, message)}` };
}
