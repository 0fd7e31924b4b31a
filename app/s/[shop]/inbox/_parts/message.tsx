"use client";

import { memo } from "react";
import type { MessageView } from "#lib/conversations/view-message";
import { Avatar } from "#ui/avatar";
import { useMessages } from "../../../../_i18n/language";
import { classNames } from "../../../../_ui/class-names";
import type { DeliveryState } from "./delivery";
import { MessageActions, type MessageCan } from "./message-actions";
import { MessageContent } from "./message-content";
import { Referral } from "./message-extras";
import { Meta } from "./message-meta";
import { Quoted } from "./quoted";
import { Reactions } from "./reactions";

const COLUMN = "relative flex min-w-0 max-w-[86%] flex-col max-md:max-w-[92%]";

type Props = {
  message: MessageView;
  first: boolean;
  last: boolean;
  delivery: DeliveryState;
  contactName: string | null;
  /** The message it answers, where it is held. */
  quoted: MessageView | undefined;
  /** What a member may do with it. */
  can: MessageCan;
  /** Brings the message it answers into sight. */
  onShow: (messageId: string) => void;
  /** It was just brought into sight. */
  shown: boolean;
  /** Sends it once more, where it failed or nobody knows. */
  onAgain: (message: MessageView) => void;
};

function Author({ message, contactName }: Pick<Props, "message" | "contactName">) {
  const { inbox } = useMessages();
  const name = message.author === "contact" ? (contactName ?? inbox.visitor) : (message.authorName ?? inbox.automatic);
  return <span className="sr-only">{name}: </span>;
}

/** One message: the shopper's on the left, ours on the right, with what belongs to it. */
export const Message = memo(function Message(props: Props) {
  const { message, first, last, delivery, contactName, quoted, can, onShow, shown, onAgain } = props;
  const { payload, reactions, replyTo } = message;
  const out = message.author !== "contact";
  const reached = delivery === "sent" || delivery === "delivered" || delivery === "read";
  const done = !message.unsent && (!out || reached);
  const react = done ? can.react : null;
  return (
    <div
      id={`message-${message.id}`}
      tabIndex={-1}
      className={classNames(
        "group/message flex gap-2 rounded-md",
        first ? "mt-2" : "mt-0.75",
        out && "flex-row-reverse",
        shown && "bg-brand-soft forced-colors:outline",
      )}
    >
      {out ? null : (
        <span className={classNames("flex self-end @max-[15rem]/app:hidden", last ? "mb-4.75" : "invisible")}>
          <Avatar name={contactName} size={28} />
        </span>
      )}
      <div className={classNames(COLUMN, out ? "items-end" : "items-start")}>
        <Author message={message} contactName={contactName} />
        {payload?.referral ? <Referral referral={payload.referral} /> : null}
        {replyTo && !message.unsent ? (
          <Quoted of={quoted} contactName={contactName} onShow={() => onShow(replyTo)} />
        ) : null}
        <MessageContent message={message} out={out} delivery={delivery} />
        {reactions.length > 0 ? (
          <Reactions
            reactions={reactions}
            contactName={contactName}
            onTakeBack={react ? () => react(message, null) : null}
          />
        ) : null}
        {last || message.edited || message.problem || message.refusal ? (
          <Meta message={message} delivery={delivery} onAgain={onAgain} />
        ) : null}
      </div>
      {done ? <MessageActions message={message} can={can} out={out} /> : null}
    </div>
  );
});
