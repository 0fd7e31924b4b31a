import { beginningOf } from "#lib/conversations/beginning-of";
import type { VisitorMessageView } from "#lib/conversations/view-message";
import { ReceiptCard } from "#ui/receipt-card";
import { TextLink } from "#ui/text-link";
import { useFormat } from "../../_i18n/language";
import { useMyMessages } from "../../_i18n/my-language";
import { Attachments } from "../../_shared/attachments";
import { WrittenText } from "../../_shared/written-text";
import { classNames } from "../../_ui/class-names";
import { ReportChoice } from "./report-choice";
import type { Reports } from "./use-reports";

type Props = {
  message: VisitorMessageView;
  /** The message it answers, where this page holds it. */
  answered: VisitorMessageView | undefined;
  ofSameDay: boolean;
  reports: Reports;
};

/** One message: hers on the right, the shop's on the left with what she may say of it. */
export function MyMessage({ message, answered, ofSameDay, reports }: Props) {
  const { myPlace } = useMyMessages();
  const format = useFormat();
  const mine = message.author === "contact";
  const quoteOf = ({ unsent, body, attachments, receipt }: VisitorMessageView) =>
    unsent ? myPlace.takenBack : beginningOf(body) || attachments[0]?.fileName || `#${receipt?.number ?? ""}`;
  const name = mine ? myPlace.me : (message.authorName ?? myPlace.automatic);
  return (
    <li className="grid gap-1">
      {ofSameDay ? null : (
        <p className="my-2 text-center text-caption text-ink-3">
          <time dateTime={message.createdAt}>{format.day(message.createdAt)}</time>
        </p>
      )}
      <div
        className={classNames(
          "grid max-w-[86%] grid-cols-[minmax(0,1fr)] gap-0.5",
          mine ? "justify-items-end justify-self-end" : "justify-items-start",
        )}
      >
        {message.replyTo && !message.unsent ? (
          <p className="max-w-full truncate border-line-strong border-l-2 pl-2 text-caption text-ink-3">
            {myPlace.inAnswerTo} <bdi>{answered ? quoteOf(answered) : myPlace.earlier}</bdi>
          </p>
        ) : null}
        {message.receipt ? <ReceiptCard {...message.receipt} /> : null}
        {message.unsent ? (
          <p className="rounded-bubble border border-line-strong border-dashed px-3 py-2 text-body text-ink-3">
            {myPlace.takenBack}
          </p>
        ) : null}
        {message.body ? (
          <p
            dir="auto"
            className={classNames(
              "max-w-full whitespace-pre-wrap rounded-bubble px-3 py-2 text-body [overflow-wrap:anywhere] max-md:text-lead forced-colors:border",
              mine ? "rounded-br-xs bg-bubble-out" : "rounded-bl-xs bg-bubble-in",
            )}
          >
            <WrittenText text={message.body} />
          </p>
        ) : null}
        {message.attachments.length > 0 ? <Attachments files={message.attachments} out={mine} /> : null}
        {message.reactions.length > 0 ? (
          <p className="flex gap-1">
            {message.reactions.map(({ author, emoji }) => (
              <span key={author} role="img" aria-label={`${myPlace.reactions[author]}: ${emoji}`}>
                {emoji.endsWith("\uFE0F") ? emoji : `${emoji}\uFE0F`}
              </span>
            ))}
          </p>
        ) : null}
        <div className="flex flex-wrap items-center gap-x-1.5 text-micro text-ink-3">
          <p>
            {name} · <time dateTime={message.createdAt}>{format.time(message.createdAt)}</time>
            {message.edited ? ` · ${myPlace.edited}` : null}
          </p>
          {message.offer ? <TextLink href="/me/permissions">{myPlace.stopOffers}</TextLink> : null}
          {mine ? null : <ReportChoice messageId={message.id} reports={reports} />}
        </div>
      </div>
    </li>
  );
}
