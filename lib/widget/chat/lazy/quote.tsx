/** @jsxImportSource ../dom */
import type { AppProps } from "../parts/app";
import type { VisitorMessageView } from "../views";
import { showMessage } from "./show-message";

const texts = {
  en: { earlier: "An earlier message", inAnswerTo: "In answer to" },
  fr: { earlier: "Un message plus ancien", inAnswerTo: "En réponse à" },
};
const most = 80; // characters of a quote: enough to know which message it is

type QuoteProps = AppProps & {
  message: VisitorMessageView;
  quoted: VisitorMessageView | undefined | null | "";
  name: string;
};

/** How a message begins, for whoever has read it. */
export function beginningOf({ body, attachments, receipt }: VisitorMessageView): string {
  return [...(body || attachments[0]?.fileName || `#${receipt?.number ?? ""}`)].slice(0, most).join("");
}

/** The message that a message answers; pressed, it comes into sight. */
export function Quote({ message, quoted, name, words, boot, actions }: QuoteProps) {
  const { replyTo } = message;
  if (!replyTo) return null;
  const { earlier, inAnswerTo } = texts[boot.locale];
  return (
    <button type="button" class="quote" onClick={() => void showMessage(actions, replyTo)}>
      {quoted ? (
        <>
          <span class="hidden">{inAnswerTo} </span>
          <b>
            <bdi>{quoted.author === "contact" ? words.you : (quoted.authorName ?? name)}</bdi>
          </b>{" "}
          <bdi>{beginningOf(quoted)}</bdi>
        </>
      ) : (
        earlier
      )}
    </button>
  );
}
