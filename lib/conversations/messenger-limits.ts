import { invalid } from "#lib/core/errors";
import { MESSENGER_OFFER_MAX, MESSENGER_TEXT_MAX } from "./split-text";

type Parts = { body: string; files: readonly { kind: string }[]; quickReplies: readonly unknown[]; offer: boolean };

/**
 * Refuses what cannot be one message in Messenger: a longer text, files beside words, several files but pictures. An
 * offer is words, since the way to stop stands under them.
 */
export function requireOneMessengerMessage({ body, files, quickReplies, offer }: Parts): void {
  const n = [...body].length;
  const max = offer ? MESSENGER_OFFER_MAX : MESSENGER_TEXT_MAX;
  if (n > max) throw invalid("messenger_too_long", { n, max }, { body: "messenger_too_long" });
  if (files.length === 0) return;
  if (offer) throw invalid("messenger_offer_words", {}, { body: "messenger_offer_words" });
  const alone = body.trim() === "" && quickReplies.length === 0;
  const together = files.length === 1 || files.every((file) => file.kind === "image");
  if (!alone || !together) throw invalid("messenger_attachment_alone", {}, { body: "messenger_attachment_alone" });
}
