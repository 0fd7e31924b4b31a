/** @jsxImportSource ../dom */

import { webAddress } from "../rich-text";
import type { Catalogue } from "../words/en";

/** Leads on to Messenger, where she is recognised by the link; nothing while there is no link. */
export function MessengerLink({ url, words, look }: { url: string | undefined; words: Catalogue; look: string }) {
  const href = webAddress(url ?? null);
  if (!href) return null;
  return (
    <a class={look} href={href} target="_blank" rel="noopener">
      {words.messenger}
      <span class="hidden"> {words.newWindow}</span>
    </a>
  );
}
