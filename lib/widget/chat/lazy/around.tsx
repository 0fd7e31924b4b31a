/** @jsxImportSource ../dom */
import type { Locale } from "../../locales";
import type { AppProps } from "../parts/app";
import type { VisitorMessageView } from "../views";
import { asPicture, react } from "./react";
import { showMessage } from "./show-message";

const texts = {
  en: {
    earlier: "An earlier message",
    inAnswerTo: "In answer to",
    takenBack: "Message taken back",
    edited: "Edited",
    reacted: ": reaction ",
    off: "Take it off",
  },
  fr: {
    earlier: "Un message plus ancien",
    inAnswerTo: "En réponse à",
    takenBack: "Message retiré",
    edited: "Modifié",
    reacted: "\u00a0: réaction ",
    off: "La retirer",
  },
};
const most = 80; // characters of a quote: enough to know which message it is

export type RowProps = AppProps & { message: VisitorMessageView; name: string };
type QuoteProps = RowProps & { quoted: VisitorMessageView | undefined | null | "" };

/** How a message begins, for whoever has read it. */
export function beginningOf({ body, attachments, receipt, unsent }: VisitorMessageView, locale: Locale): string {
  if (unsent) return texts[locale].takenBack;
  return [...(body || attachments[0]?.fileName || `#${receipt?.number ?? ""}`)].slice(0, most).join("");
}

/** What stands above a message's words: the one it answers, which comes into sight when pressed; or that it was taken back. */
export function Above({ message, quoted, name, words, boot, actions }: QuoteProps) {
  const { replyTo, unsent } = message;
  const { earlier, inAnswerTo, takenBack } = texts[boot.locale];
  if (unsent) return <p class="bubble gone">{takenBack}</p>;
  if (!replyTo) return null;
  return (
    <button type="button" class="quote" onClick={() => void showMessage(actions, replyTo)}>
      {quoted ? (
        <>
          <span class="hidden">{inAnswerTo} </span>
          <b>
            <bdi>{quoted.author === "contact" ? words.you : (quoted.authorName ?? name)}</bdi>
          </b>{" "}
          <bdi>{beginningOf(quoted, boot.locale)}</bdi>
        </>
      ) : (
        earlier
      )}
    </button>
  );
}

/** What stands under a message's words: that it was changed, and what each side put on it; her own is taken off by a press. */
export function Below({ message, name, words, boot, actions }: RowProps) {
  const { edited, reactions = [], unsent, id } = message;
  const { edited: changed, reacted, off } = texts[boot.locale];
  if (unsent) return null;
  return (
    <>
      {reactions.length > 0 && (
        <div class="signs">
          {reactions.map(({ author, emoji }) =>
            author === "contact" ? (
              <button
                type="button"
                key={author}
                aria-label={`${words.you}${reacted}${emoji}. ${off}`}
                onClick={async () => {
                  if (await react(actions.tools, id, null)) void actions.open("acts", { message }); // there it can be tried again
                }}
              >
                {asPicture(emoji)}
              </button>
            ) : (
              <span key={author} role="img" aria-label={`${name}${reacted}${emoji}`}>
                {asPicture(emoji)}
              </span>
            ),
          )}
        </div>
      )}
      {edited && <p class="edited">{changed}</p>}
    </>
  );
}
