import { z } from "zod";
import { plainText } from "#lib/shops/input";
import { FILES_MAX, MESSAGE_MAX } from "./messages-to-write";
import { SendActions } from "./send-actions/input";

const Reply = {
  title: plainText(1, 80),
  /** Empty only beside files. */
  body: plainText(0, MESSAGE_MAX),
  /** Of the whole shop, or the member's own. */
  shared: z.boolean(),
  /** Files that this member uploaded or that the reply has already. */
  attachmentIds: z.array(z.uuid()).max(FILES_MAX, "too_many_attachments"),
  /** What is done with the conversation when an answer goes that it was put into. */
  actions: SendActions.optional(),
};
type Said = { body: string; attachmentIds: string[] };
const saysSomething = ({ body, attachmentIds }: Said) => body.trim() !== "" || attachmentIds.length > 0;
const problem = { path: ["body"], message: "required" };

export const CreateSavedReply = z.strictObject(Reply).refine(saysSomething, problem);
export type CreateSavedReply = z.output<typeof CreateSavedReply>;

/** `version` is the one that was edited: an older one is refused. */
export const ChangeSavedReply = z
  .strictObject({ ...Reply, savedReplyId: z.uuid(), version: z.number().int().min(1).max(2_000_000_000) })
  .refine(saysSomething, problem);
export type ChangeSavedReply = z.output<typeof ChangeSavedReply>;

export const OneSavedReply = z.strictObject({ savedReplyId: z.uuid() });
export type OneSavedReply = z.output<typeof OneSavedReply>;

export const ListSavedReplies = z.strictObject({});
