import { type Answer, asPage } from "../call";
import { takeMedia } from "./media";
import { objectAt } from "./shape";

/** `POST /{page}/message_attachments`: keeps media to be sent by its id, from an address or a file. */
export const uploadAttachment: Answer = async (call) => {
  const { page } = await asPage(call, "pages_messaging");
  const message = objectAt(call.parameters.value("message"), "message");
  const attachment = objectAt(message.attachment, "message[attachment]");
  const payload = attachment.payload === undefined ? {} : objectAt(attachment.payload, "message[attachment][payload]");
  const reusable = { ...attachment, payload: { ...payload, is_reusable: true } };
  const { fileId } = await takeMedia(page.id, reusable, "message[attachment]", call.parameters.files.get("filedata"));
  return { attachment_id: fileId };
};
