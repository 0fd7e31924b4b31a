import { and, eq } from "drizzle-orm";
import { outsideShops, type Tx } from "#db/in-shop";
import { sandboxMessages } from "#db/schema/sandbox-messenger";
import { changeThread, type Thread } from "../../messenger/threads";
import type { Call } from "../call";
import { parameterWrong } from "../facebook-error";
import { checkWindow } from "./check-window";
import { findRecipient, type Recipient } from "./recipient";
import { objectAt, textAt, wordAt } from "./shape";

/** How long the three dots show, in milliseconds. Source: sender actions. */
const TYPING_SHOWN = 20_000;
const ACTIONS = ["typing_on", "typing_off", "mark_seen", "react", "unreact"] as const;

/** The emoji of each reaction that may be named in a word. */
const WORDS: Record<string, string> = {
  love: "❤️",
  smile: "😆",
  wow: "😮",
  sad: "😢",
  angry: "😠",
  like: "👍",
  dislike: "👎",
};

/** Does a `sender_action`; it needs an open window like a message. Throws as sending does. */
export async function senderAction(
  call: Call,
  pageId: string,
  recipient: Recipient,
): Promise<{ recipient_id: string }> {
  const { parameters, controls } = call;
  const action = wordAt(parameters.text("sender_action")?.toLowerCase(), "sender_action", ACTIONS);
  call.wire.kind = `sender_action.${action}`;
  return outsideShops(async (tx) => {
    const thread = await findRecipient(tx, pageId, recipient);
    checkWindow(thread, recipient, { type: "RESPONSE", tag: null }, controls.now);
    if (action === "typing_on")
      await changeThread(tx, thread, { typingUntil: new Date(controls.now.getTime() + TYPING_SHOWN) });
    if (action === "typing_off") await changeThread(tx, thread, { typingUntil: null });
    if (action === "mark_seen") await changeThread(tx, thread, { pageReadAt: controls.now });
    if (action === "react" || action === "unreact")
      await react(tx, thread, parameters.object("payload"), action === "react");
    return { recipient_id: thread.psid };
  });
}

async function react(tx: Tx, thread: Thread, given: unknown, on: boolean): Promise<void> {
  const payload = objectAt(given, "payload");
  const mid = textAt(payload.message_id, "payload[message_id]", 300);
  const word = on ? textAt(payload.reaction, "payload[reaction]", 20) : null;
  const [changed] = await tx
    .update(sandboxMessages)
    .set({ pageReaction: word === null ? null : (WORDS[word] ?? word) })
    .where(and(eq(sandboxMessages.mid, mid), eq(sandboxMessages.threadId, thread.id)))
    .returning({ mid: sandboxMessages.mid });
  if (!changed) throw parameterWrong("Param payload[message_id] is not a message of this thread.");
}
