import { eq } from "drizzle-orm";
import { outsideShops } from "#db/in-shop";
import { sandboxMessages } from "#db/schema/sandbox-messenger";
import { readControls } from "./controls";
import { type PersonAct, tell, touch } from "./person-act";
import { SandboxRefused } from "./refused";
import { changeThread, findMessage, type KeptMessage } from "./threads";

/** Most times a message may be edited, and for how long after it, in milliseconds. Source: message_edits. */
const MOST_EDITS = 5;
const EDITABLE_FOR = 15 * 60_000;

/** The platform's name of each reaction it has a name for. */
const REACTIONS: Record<string, string> = {
  "😀": "smile",
  "😆": "smile",
  "😠": "angry",
  "😡": "angry",
  "😢": "sad",
  "😮": "wow",
  "❤": "love",
  "❤️": "love",
  "😍": "love",
  "👍": "like",
  "👎": "dislike",
};

type Change = PersonAct & { message: KeptMessage };

async function onMessage(personId: string, mid: string, work: (change: Change) => Promise<void>): Promise<void> {
  await outsideShops(async (tx) => {
    const controls = await readControls(tx);
    if (controls.offline.includes(personId)) throw new SandboxRefused("offline");
    const { message, thread } = await findMessage(tx, personId, mid);
    if (thread.blockedAt) throw new SandboxRefused("blocked");
    await work({ tx, controls, thread, message });
  });
}

const keep = ({ tx, message }: Change, changes: Partial<KeptMessage>) =>
  tx.update(sandboxMessages).set(changes).where(eq(sandboxMessages.mid, message.mid));

/** Puts a reaction on any message of the thread, or takes it off with null. A reaction opens the window. */
export async function reactAsPerson(reaction: { personId: string; mid: string; emoji: string | null }): Promise<void> {
  const { personId, mid, emoji } = reaction;
  await onMessage(personId, mid, async (change) => {
    if (emoji === change.message.personReaction) return;
    await keep(change, { personReaction: emoji });
    if (emoji) await touch(change);
    const content = emoji
      ? { reaction: REACTIONS[emoji] ?? "other", emoji, action: "react", mid }
      : { action: "unreact", mid };
    await tell(change, "message_reactions", { reaction: content });
  });
}

/** Edits a message of hers: text only, five times, within fifteen minutes. */
export async function editAsPerson(edit: { personId: string; mid: string; text: string }): Promise<void> {
  await onMessage(edit.personId, edit.mid, async (change) => {
    const { message, controls } = change;
    if (message.sender !== "person" || message.unsentAt || !message.body.text) throw new SandboxRefused("not_yours");
    const age = controls.now.getTime() - message.at.getTime();
    if (message.edits >= MOST_EDITS || age > EDITABLE_FOR) throw new SandboxRefused("too_late");
    const edits = message.edits + 1;
    await keep(change, { body: { ...message.body, text: edit.text }, edits });
    await tell(change, "message_edits", { message_edit: { mid: edit.mid, text: edit.text, num_edit: edits } });
  });
}

/** Takes a message of hers back. The platform tells it as a message that is deleted. */
export async function unsendAsPerson(unsend: { personId: string; mid: string }): Promise<void> {
  await onMessage(unsend.personId, unsend.mid, async (change) => {
    if (change.message.sender !== "person") throw new SandboxRefused("not_yours");
    if (change.message.unsentAt) return;
    await keep(change, { body: {}, unsentAt: change.controls.now });
    await changeThread(change.tx, change.thread, { updatedAt: change.controls.now });
    await tell(change, "messages", { message: { mid: unsend.mid, is_deleted: true } });
  });
}
