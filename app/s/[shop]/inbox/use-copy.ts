"use client";

import { notify } from "#ui/toast";
import { useMessages } from "../../../_i18n/language";

/** Puts a text on the clipboard and says so, or says that it did not work. */
export function useCopy(): (text: string, done?: string) => void {
  const { common, inboxMessenger } = useMessages();
  return (text, done = common.copied) => {
    const refused = () => notify(inboxMessenger.notCopied, { outcome: "failed" });
    if (!navigator.clipboard) refused();
    else navigator.clipboard.writeText(text).then(() => notify(done), refused);
  };
}
