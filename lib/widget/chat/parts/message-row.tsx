/** @jsxImportSource ../dom */
import type { Locale } from "../../locales";
import { formatTime } from "../format";
import type { Catalogue } from "../messages";
import { splitLinks } from "../rich-text";
import type { VisitorMessageView } from "../views";
import type { AppProps } from "./app";
import { Avatar } from "./avatar";
import { Icon, paths } from "./icon";
import { ReceiptCard } from "./receipt-card";

type RowProps = {
  message: VisitorMessageView;
  before: VisitorMessageView | undefined;
  words: Catalogue;
  /** The shop's name, for what no person wrote. */
  name: string;
  locale: Locale;
  /** The link to Messenger of a receipt. */
  messenger: string | undefined;
};

/** One message: hers on the right, the shop's on the left beside who wrote it. */
export function MessageRow({ message, before, words, name, locale, messenger }: RowProps) {
  const { author, authorName, body, receipt } = message;
  const mine = author === "contact";
  const who = mine ? words.you : (authorName ?? name);
  const runs = before && before.kind !== "event" && before.author === author && before.authorName === authorName;
  return (
    <div class={mine ? "msg me" : "msg"}>
      {!mine && (runs ? <span class="avatar none" /> : <Avatar name={who} />)}
      <span class="hidden">
        <bdi>{who}</bdi>, {formatTime(message.createdAt, locale)}:
      </span>
      {receipt ? <ReceiptCard {...{ receipt, words, locale, messenger }} /> : <Bubble body={body} />}
    </div>
  );
}

/** What a person wrote, with its web addresses as links; nothing of it is ever read as markup. */
export function Bubble({ body }: { body: string }) {
  return (
    <p class="bubble" dir="auto">
      {splitLinks(body).map(({ at, text, href }) =>
        href ? (
          <a key={`${at}`} href={href} target="_blank" rel="noopener noreferrer nofollow">
            {text}
          </a>
        ) : (
          text
        ),
      )}
    </p>
  );
}

/** When her last message left, and who has seen it. */
export function Sent({ message, state, words, boot }: AppProps & { message: VisitorMessageView }) {
  const seen = state.memberReadSeq >= message.seq;
  const by = state.seenBy || state.timeline.messages.findLast(({ author }) => author === "member")?.authorName;
  return (
    <p class="sent">
      {formatTime(message.createdAt, boot.locale)} · <Icon d={seen ? paths.checks : paths.check} size={13} />{" "}
      {!seen && words.sent}
      {seen &&
        (by ? (
          <>
            {words.seenBy} <bdi>{by}</bdi>
          </>
        ) : (
          words.seen
        ))}
    </p>
  );
}
