"use client";

import { CalendarDays, EyeOff } from "lucide-react";
import { createElement } from "react";
import { type Booking, bookingOf, type TemplateCard as Card, templateCards } from "#lib/conversations/template-cards";
import type { AttachmentView } from "#lib/conversations/view-message";
import { useFormat, useMessages } from "../../../../_i18n/language";

const BUTTON =
  "flex min-h-9 items-center justify-center border-line border-t px-3 text-center font-label text-label max-md:min-h-11";

const PICTURE = "h-32 w-full bg-hover object-cover";

/** What a card shows above its words: a file of the message, or a picture from an address. */
function CardPicture({ card: { imageUrl }, file }: { card: Card; file: AttachmentView | undefined }) {
  const { parts, named } = useMessages().inboxMessenger;
  if (file?.kind === "video" && file.url) {
    const label = file.fileName ? named(parts.video, file.fileName) : parts.video;
    const shown = { src: file.url, controls: true, preload: "metadata" as const, "aria-label": label };
    return createElement("video", { ...shown, className: "max-h-72 w-full bg-hover" });
  }
  const src = file?.url ?? imageUrl;
  if (!src) return null;
  return createElement("img", { src, alt: "", loading: "lazy", referrerPolicy: "no-referrer", className: PICTURE });
}

function OneCard({ card, file }: { card: Card; file: AttachmentView | undefined }) {
  const { inboxMessenger, common } = useMessages();
  const title = card.title ? <bdi className="break-words font-semibold text-label">{card.title}</bdi> : null;
  return (
    <article className="flex w-64 max-w-full shrink-0 flex-col overflow-hidden rounded-bubble border border-line-strong bg-surface shadow-sm">
      <CardPicture card={card} file={file} />
      {title || card.text ? (
        <div className="grid gap-0.5 px-3 py-2.25">
          {card.url && title ? (
            <a
              href={card.url}
              target="_blank"
              rel="noopener noreferrer nofollow"
              className="underline underline-offset-2"
            >
              {title}
              <span className="sr-only"> ({common.newTab})</span>
            </a>
          ) : (
            title
          )}
          {card.text ? <p className="whitespace-pre-wrap break-words text-caption text-ink-2">{card.text}</p> : null}
        </div>
      ) : null}
      {card.buttons.map(({ title: words, url }) =>
        url ? (
          <a
            key={words + url}
            href={url}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className={`${BUTTON} text-brand-ink hover:bg-hover`}
          >
            {words}
            <span className="sr-only"> ({common.newTab})</span>
          </a>
        ) : (
          <span key={words} title={inboxMessenger.onlyThere} className={`${BUTTON} text-ink-3`}>
            {words}
          </span>
        ),
      )}
    </article>
  );
}

/** An appointment that was asked for or settled in Messenger. */
function BookingCard({ booking: { status, startsAt, endsAt } }: { booking: Booking }) {
  const { inboxMessenger } = useMessages();
  const format = useFormat();
  return (
    <article className="grid w-64 max-w-full grid-cols-[auto_minmax(0,1fr)] gap-x-2 rounded-bubble border border-line-strong bg-surface px-3 py-2.25 shadow-sm">
      <CalendarDays aria-hidden="true" size={18} className="row-span-3 text-ink-3" />
      <p className="font-semibold text-label">{inboxMessenger.booking[status ?? "unknown"]}</p>
      {startsAt ? (
        <p className="text-caption text-ink-2">
          <time dateTime={startsAt}>{format.instant(startsAt)}</time>
        </p>
      ) : null}
      {endsAt ? (
        <p className="text-caption text-ink-3">{inboxMessenger.bookingEnds(format.dayAndTimeInline(endsAt))}</p>
      ) : null}
    </article>
  );
}

/** In the place of a message of which nothing can be shown outside Messenger. */
export function NotShown() {
  const { inboxMessenger } = useMessages();
  return (
    <p className="flex max-w-full items-center gap-1.5 rounded-bubble border border-line-strong border-dashed px-3 py-1.75 text-body text-ink-3">
      <EyeOff aria-hidden="true" size={14} className="shrink-0" />
      {inboxMessenger.notShown}
    </p>
  );
}

type Props = { template: Record<string, unknown>; files: readonly AttachmentView[] };

/** A template as it stands in Messenger, with the message's files that it shows; its buttons that answer work only there. */
export function TemplateCard({ template, files }: Props) {
  const booking = bookingOf(template);
  if (booking) return createElement(BookingCard, { booking });
  const cards = templateCards(template);
  if (cards.length === 0) return createElement(NotShown);
  return createElement(
    "div",
    { className: "flex max-w-full flex-wrap gap-1.5" },
    ...cards.map((card) => createElement(OneCard, { card, file: files.find(({ id }) => id === card.picture) })),
  );
}
