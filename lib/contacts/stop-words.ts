/** Words that, alone in a message, mean that nothing more is to be sent. Source: messenger-platform.md §5. */
const STOP_WORDS = new Set(["STOP", "STOPP", "ARRET", "DESABONNER", "UNSUBSCRIBE"]);

/** Whether a message is a stop word and nothing else, however it is written. */
export function isStopWord(text: string): boolean {
  const bare = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return STOP_WORDS.has(bare.toUpperCase());
}
