/** @jsxImportSource ../dom */
import type { AppProps } from "../parts/app";
import { webAddress } from "../rich-text";

const texts = { en: "Continue on Messenger", fr: "Continuer sur Messenger" };

type LinkProps = Pick<AppProps, "words" | "boot"> & { url: string | undefined; look: string };

/** Leads on to Messenger, where she is recognised by the link; nothing while there is no link. */
export function MessengerLink({ url, words, boot, look }: LinkProps) {
  const href = webAddress(url ?? null);
  if (!href) return null;
  return (
    <a class={look} href={href} target="_blank" rel="noopener">
      {texts[boot.locale]}
      <span class="hidden"> {words.newWindow}</span>
    </a>
  );
}
