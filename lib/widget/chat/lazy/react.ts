import type { Tools } from "../actions";
import { readMessage } from "../api";

/** Some signs are letters to a font until they are asked for as pictures (U+FE0F). */
export const asPicture = (sign: string) => `${sign}\uFE0F`;

/** Changes one message and shows it as it is then; why that did not go, or null. */
export async function change({ api, chat, words }: Tools, path: string, body: object): Promise<string | null> {
  const same = chat.since();
  const outcome = await api.post(path, body);
  if (!same()) return null;
  const message = outcome.ok && readMessage(outcome.value);
  if (message) chat.apply({ type: "message.stored", message });
  return message ? null : (!outcome.ok && outcome.message) || words.failed;
}

/** Puts a sign on a message of the shop; null takes it off. */
export const react = (tools: Tools, messageId: string, emoji: string | null) =>
  change(tools, "reactions", { messageId, emoji });
