"use client";

import { memo } from "react";
import type { MessageView } from "#lib/conversations/view-message";
import { Avatar } from "#ui/avatar";
import { ReceiptCard } from "#ui/receipt-card";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { classNames } from "../../../../_ui/class-names";
import { useShop } from "../../_parts/live-shop";
import { firstNameOf } from "../../use-name";
import { Delivery, type DeliveryState } from "./delivery";
import { MetaButton } from "./meta-button";
import { WrittenText } from "./written-text";

export const BUBBLE =
  "max-w-full whitespace-pre-wrap rounded-bubble px-3 py-1.75 text-body [overflow-wrap:anywhere] forced-colors:border";
export const META = "mt-0.75 flex flex-wrap items-center gap-x-1.25 px-0.5 text-micro text-ink-3";
const COLUMN = "relative flex min-w-0 max-w-[86%] flex-col max-md:max-w-[92%]";

type Props = {
  message: MessageView;
  first: boolean;
  last: boolean;
  delivery: DeliveryState;
  contactName: string | null;
  /** Sends the same words anew, where what was stored could not be delivered. */
  onAgain: ((message: MessageView) => void) | null;
};

function Author({ message, contactName }: Pick<Props, "message" | "contactName">) {
  const { inbox } = useMessages();
  const name = message.author === "contact" ? (contactName ?? inbox.visitor) : (message.authorName ?? inbox.automatic);
  return <span className="sr-only">{name}: </span>;
}

function Meta({ message, delivery, onAgain }: Pick<Props, "message" | "delivery" | "onAgain">) {
  const { inbox, common } = useMessages();
  const format = useFormat();
  const { memberId } = useShop();
  const out = message.author !== "contact";
  const author = message.authorName ? firstNameOf(message.authorName) : null;
  const receipt = message.kind === "receipt";
  const label = receipt ? (author ? inbox.receiptBy(author) : inbox.receiptAutomatic) : (author ?? inbox.automatic);
  return (
    <span className={META}>
      {out && (receipt || message.memberId !== memberId) ? (
        <>
          <bdi>{label}</bdi> ·
        </>
      ) : null}
      <time dateTime={message.createdAt}>{format.time(message.createdAt)}</time>
      {out ? (
        <>
          · <Delivery state={delivery} />
        </>
      ) : null}
      {delivery === "failed" && onAgain ? (
        <>
          · <MetaButton onClick={() => onAgain(message)}>{common.tryAgain}</MetaButton>
        </>
      ) : null}
    </span>
  );
}

/** One message: the shopper's on the left, ours on the right, a receipt as a card. */
export const Message = memo(function Message({ message, first, last, delivery, contactName, onAgain }: Props) {
  const out = message.author !== "contact";
  return (
    <div className={classNames("flex gap-2", first ? "mt-2" : "mt-0.75", out && "flex-row-reverse")}>
      {out ? null : (
        <span className={classNames("flex self-end @max-[15rem]/app:hidden", last ? "mb-4.75" : "invisible")}>
          <Avatar name={contactName} size={28} />
        </span>
      )}
      <div className={classNames(COLUMN, out ? "items-end" : "items-start")}>
        <Author message={message} contactName={contactName} />
        {message.receipt ? (
          <ReceiptCard {...message.receipt} />
        ) : (
          <p
            dir="auto"
            className={classNames(
              BUBBLE,
              out ? "rounded-br-xs bg-bubble-out" : "rounded-bl-xs bg-bubble-in",
              delivery === "failed" && "bg-danger-soft text-danger-ink",
            )}
          >
            <WrittenText text={message.body} />
          </p>
        )}
        {last ? <Meta message={message} delivery={delivery} onAgain={onAgain} /> : null}
      </div>
    </div>
  );
});
