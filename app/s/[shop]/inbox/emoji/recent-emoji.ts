import { keepText, keptText } from "../../../../_shared/kept-text";

const KEY = "comptoir:emoji";
const MOST = 16;

/** The signs chosen last on this browser, the latest first. */
export function recentEmoji(): string[] {
  return (keptText(KEY) ?? "").split(" ").filter(Boolean).slice(0, MOST);
}

/** Remembers that a sign was chosen. */
export function rememberEmoji(sign: string): void {
  keepText(KEY, [sign, ...recentEmoji().filter((one) => one !== sign)].slice(0, MOST).join(" "));
}
