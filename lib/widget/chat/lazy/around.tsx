/** @jsxImportSource ../dom */
import type { Locale } from "../../locales";
import type { AppProps } from "../parts/app";
import type { VisitorMessageView } from "../views";
import { showMessage } from "./show-message";

const texts = {
  en: {
    earlier: "An earlier message",
    inAnswerTo: "In answer to",
    withdrawn: "Message withdrawn",
    edited: "Edited",
  },
  fr: {
    earlier: "Un message plus ancien",
    inAnswerTo: "En réponse à",
    withdrawn: "Message retiré",
    edited: "Modifié",
  },
};
const most = 80; // characters of a quote: enough to know which message it is

type QuoteProps = AppProps & {
  message: VisitorMessageView;
  quoted: VisitorMessageView | undefined | null | "";
  name: string;
};

/** How a message begins, for whoever has read it. */
function beginningOf({ body, attachments, receipt, unsent }: VisitorMessageView, locale: Locale): string {
  if (unsent) return texts[locale].withdrawn;
  return [...(body || attachments[0]?.fileName || `#${receipt?.number ?? ""}`)].slice(0, most).join("");
}

/** What stands above a message's words: the one it answers, which comes into sight when pressed; or that it was taken back. */
export function Above({ message, quoted, name, words, boot, actions }: QuoteProps) {
  const { replyTo, unsent } = message;
  const { earlier, inAnswerTo, withdrawn } = texts[boot.locale];
  if (unsent) return <p class="bubble gone">{withdrawn}</p>;
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

/** What stands under a message's words. */
export function Below({ message, boot }: AppProps & { message: VisitorMessageView }) {
  return message.edited && <p class="edited">{texts[boot.locale].edited}</p>;
}
