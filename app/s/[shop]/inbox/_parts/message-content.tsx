"use client";

import { CalendarClock, MousePointerClick, Undo2 } from "lucide-react";
import { createElement } from "react";
import { wordsBeside } from "#lib/conversations/locations";
import { filesBeside } from "#lib/conversations/template-cards";
import type { MessageView } from "#lib/conversations/view-message";
import { ReceiptCard } from "#ui/receipt-card";
import { useMessages } from "../../../../_i18n/language";
import { Attachments } from "../../../../_shared/attachments";
import { WrittenText } from "../../../../_shared/written-text";
import { classNames } from "../../../../_ui/class-names";
import type { DeliveryState } from "./delivery";
import { Locations, QuickReplies, SharedLinks } from "./message-extras";
import { NotShown, TemplateCard } from "./template-card";

export const BUBBLE =
  "max-w-full whitespace-pre-wrap rounded-bubble px-3 py-1.75 text-body [overflow-wrap:anywhere] forced-colors:border";

type Props = { message: MessageView; out: boolean; delivery: DeliveryState };

function Words({ message, out, delivery }: Props) {
  const { inboxMessenger } = useMessages();
  const { body, payload } = message;
  return (
    <p
      dir="auto"
      className={classNames(
        BUBBLE,
        out ? "rounded-br-xs" : "rounded-bl-xs bg-bubble-in",
        out && delivery !== "scheduled" && "bg-bubble-out",
        delivery === "failed" && "bg-danger-soft text-danger-ink",
        delivery === "scheduled" && "border border-line-strong bg-surface",
      )}
    >
      {delivery === "scheduled" ? (
        <CalendarClock aria-hidden="true" size={14} className="mr-1.5 inline-block align-text-bottom text-ink-3" />
      ) : null}
      {payload?.tapped ? (
        <span title={inboxMessenger.tapped}>
          <MousePointerClick
            aria-hidden="true"
            size={14}
            className="mr-1.5 inline-block align-text-bottom text-ink-3"
          />
          <span className="sr-only">{inboxMessenger.tapped}: </span>
        </span>
      ) : null}
      <WrittenText text={body} />
    </p>
  );
}

/** What a message holds: words, files, cards, links; or that it was taken back. */
export function MessageContent({ message, out, delivery }: Props) {
  const { inboxMessenger } = useMessages();
  const { payload, attachments, receipt } = message;
  const body = wordsBeside(message.body, payload?.locations ?? []);
  if (message.unsent)
    return (
      <p className={classNames(BUBBLE, "flex items-center gap-1.5 border border-line-strong border-dashed text-ink-3")}>
        <Undo2 aria-hidden="true" size={14} className="shrink-0" />
        {message.author === "contact" ? inboxMessenger.takenBackByHer : inboxMessenger.takenBack}
      </p>
    );
  if (receipt) return <ReceiptCard {...receipt} />;
  const { sticker, template, locations, shared } = payload ?? {};
  if (!body.trim() && attachments.length === 0 && !sticker && !template && !locations && !shared) return <NotShown />;
  const beside = filesBeside(attachments, template);
  return (
    <>
      {payload?.sticker
        ? createElement("img", { src: `/stickers/${payload.sticker}.svg`, alt: body, className: "size-20" })
        : null}
      {body && !payload?.template && !payload?.sticker ? (
        <Words message={{ ...message, body }} out={out} delivery={delivery} />
      ) : null}
      {beside.length > 0 ? <Attachments files={beside} out={out} /> : null}
      {payload?.template ? <TemplateCard template={payload.template} files={attachments} /> : null}
      {payload?.locations ? <Locations locations={payload.locations} /> : null}
      {payload?.shared ? <SharedLinks shared={payload.shared} /> : null}
      {payload?.quickReplies ? <QuickReplies replies={payload.quickReplies} /> : null}
    </>
  );
}
