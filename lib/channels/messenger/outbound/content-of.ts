import type { Claimed } from "./claim-next";
import type { Composed } from "./compose";

/** What a claimed message says, with everything the platform must be given before it. Throws `GraphError`. */
export async function contentOf(_shopId: string, { message }: Claimed): Promise<Composed> {
  return {
    messageId: message.id,
    content: { text: message.body },
    quickReplies: message.payload?.quickReplies,
    replyTo: message.replyTo,
  };
}
