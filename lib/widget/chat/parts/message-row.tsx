/** @jsxImportSource ../dom */
import { formatTime } from "../format";
import { splitLinks } from "../rich-text";
import type { VisitorMessageView } from "../views";
import type { AppProps } from "./app";
import { Avatar } from "./avatar";
import { Icon } from "./icon";
import * as paths from "./paths";

type RowProps = AppProps & {
  message: VisitorMessageView;
  before: VisitorMessageView | undefined;
  /** The message it answers, where it is held. */
  quoted: VisitorMessageView | undefined | null | "";
  /** The shop's name, for what no person wrote. */
  name: string;
};

/** One message: hers on the right, the shop's on the left beside who wrote it. */
export function MessageRow(props: RowProps) {
  const { message, before, words, name, boot, state } = props;
  const { author, authorName, body, receipt, attachments, sticker } = message;
  const { locale } = boot;
  const { receipts, marks } = state.parts;
  const mine = author === "contact";
  const who = mine ? words.you : (authorName ?? name);
  const runs = before && before.kind !== "event" && before.author === author && before.authorName === authorName;
  return (
    <div class={mine ? "msg me" : "msg"}>
      {!mine && (runs ? <span class="avatar none" /> : <Avatar name={who} />)}
      <span class="hidden">
        <bdi>{who}</bdi>, {formatTime(message.createdAt, locale)}:
      </span>
      {receipt ? (
        receipts?.ReceiptCard({ ...props, receipt })
      ) : (
        <div class="parts">
          {marks?.Above(props)}
          {sticker ? <Sticker name={sticker} label={body} /> : body && <Bubble body={body} />}
          {attachments.length > 0 && receipts?.Files({ ...props, files: attachments })}
          {marks?.Below(props)}
          {message.offer && marks?.StopOffers(props)}
        </div>
      )}
      {marks?.ActMark(props)}
      {!mine && receipts?.ReportMark(props)}
    </div>
  );
}

/** One of our own stickers, said by its label. */
export function Sticker({ name, label }: { name: string; label: string }) {
  return <img class="sticker" src={`/stickers/${name}.svg`} alt={label} />;
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
