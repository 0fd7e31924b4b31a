"use client";

import type { MessageView } from "#lib/conversations/view-message";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { useShop } from "../../_parts/live-shop";
import { firstNameOf } from "../../use-name";
import { useCopy } from "../use-copy";
import { Delivery, type DeliveryState } from "./delivery";
import { MetaButton } from "./meta-button";

export const META = "mt-0.75 flex flex-wrap items-center gap-x-1.25 px-0.5 text-micro text-ink-3";

/** Who sent it, where that is not the reader herself: a colleague, a rule, or somebody on Facebook. */
function useSenderWords({ payload, kind, authorName, memberId: by }: MessageView): string | null {
  const { inbox, inboxMessenger } = useMessages();
  const { memberId } = useShop();
  const author = authorName ? firstNameOf(authorName) : null;
  if (payload?.sentFrom) return inboxMessenger.sentFrom[payload.sentFrom];
  if (kind === "receipt") return author ? inbox.receiptBy(author) : inbox.receiptAutomatic;
  return by === memberId ? null : (author ?? inbox.automatic);
}

type Props = {
  message: MessageView;
  delivery: DeliveryState;
  onAgain: ((message: MessageView) => void) | null;
};

/** Why a message of ours is not there, and what can be done about it. */
function Trouble({ message, delivery, onAgain }: Props) {
  const { common, inboxMessenger } = useMessages();
  const copy = useCopy();
  const failed = delivery === "failed";
  return (
    <>
      {failed && onAgain ? (
        <>
          · <MetaButton onClick={() => onAgain(message)}>{common.tryAgain}</MetaButton>
        </>
      ) : null}
      {failed && message.body ? (
        <>
          · <MetaButton onClick={() => copy(message.body)}>{inboxMessenger.copy}</MetaButton>
        </>
      ) : null}
      {delivery === "unconfirmed" ? (
        <span className="basis-full text-pretty text-warning-ink">{inboxMessenger.unconfirmed}</span>
      ) : null}
    </>
  );
}

/** The line under a run of messages: who, when, how far it has come. */
export function Meta({ message, delivery, onAgain }: Props) {
  const { inboxMessenger } = useMessages();
  const format = useFormat();
  const out = message.author !== "contact";
  const sender = useSenderWords(message);
  return (
    <span className={out ? `${META} justify-end text-right` : META}>
      {out && sender ? (
        <>
          <bdi>{sender}</bdi> ·
        </>
      ) : null}
      <time dateTime={message.createdAt}>{format.time(message.createdAt)}</time>
      {message.edited ? <> · {inboxMessenger.edited}</> : null}
      {out ? (
        <>
          · <Delivery state={delivery} />
        </>
      ) : null}
      {out ? <Trouble message={message} delivery={delivery} onAgain={onAgain} /> : null}
    </span>
  );
}
