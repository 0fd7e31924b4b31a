import { invalid } from "#lib/core/errors";
import { MESSENGER_TEXT_MAX } from "./split-text";

type Parts = { body: string; files: readonly { kind: string }[]; quickReplies: readonly unknown[] };

/** Refuses what cannot be one message in Messenger: a longer text, files beside words, several files but pictures. */
export function requireOneMessengerMessage({ body, files, quickReplies }: Parts): void {
  const n = [...body].length;
  if (n > MESSENGER_TEXT_MAX)
    throw invalid("messenger_too_long", { n, max: MESSENGER_TEXT_MAX }, { body: "messenger_too_long" });
  if (files.length === 0) return;
  const alone = body.trim() === "" && quickReplies.length === 0;
  const together = files.length === 1 || files.every((file) => file.kind === "image");
  if (!alone || !together) throw invalid("messenger_attachment_alone", {}, { body: "messenger_attachment_alone" });
}
