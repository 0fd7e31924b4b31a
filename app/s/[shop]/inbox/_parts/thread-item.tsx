"use client";

import { type ReactNode, useEffect, useEffectEvent, useRef } from "react";
import type { ThreadItem as Item } from "#lib/conversations/thread-items";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import type { MessageView } from "#lib/conversations/view-message";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { watchSight } from "../../../../_shared/watch-sight";
import { deliveryOf } from "./delivery";
import { DraftMessage } from "./draft-message";
import { EventLine } from "./event-line";
import { Message } from "./message";
import type { MessageCan } from "./message-actions";
import { Note } from "./note";

function Day({ at }: { at: string }) {
  const format = useFormat();
  return (
    <p className="my-2 flex items-center gap-3 font-medium text-caption text-ink-3 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      <time dateTime={at}>{format.day(at)}</time>
    </p>
  );
}

/** Tells whether it is in sight, whenever that changes. */
function UnreadLine({ onSight }: { onSight: (seen: boolean) => void }) {
  const { inbox } = useMessages();
  const line = useRef<HTMLParagraphElement>(null);
  const tell = useEffectEvent(onSight);
  useEffect(() => {
    if (!line.current) return;
    return watchSight(line.current, (seen) => tell(seen));
  }, []);
  return (
    <p
      ref={line}
      id="unread-line"
      tabIndex={-1}
      className="my-2 flex items-center gap-3 font-label text-brand-ink text-caption before:h-px before:flex-1 before:bg-brand-line after:h-px after:flex-1 after:bg-brand-line"
    >
      {inbox.newMessages}
    </p>
  );
}

/** A place that can be gone to, for what has none of its own. */
function Place({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div id={`message-${id}`} tabIndex={-1} className="rounded-md">
      {children}
    </div>
  );
}

type Props = {
  item: Item;
  row: ConversationRow;
  /** How the shopper is called in lines, and the name she gave herself. */
  name: string;
  held: (id: string | null) => MessageView | undefined;
  can: MessageCan;
  shown: string | null;
  onShow: (messageId: string) => void;
  onAgain: (message: MessageView) => void;
  onUnreadSight: (seen: boolean) => void;
};

/** One line, message or note of a thread. */
export function ThreadItem({ item, row, name, held, can, shown, onShow, onAgain, onUnreadSight }: Props) {
  switch (item.kind) {
    case "day":
      return <Day at={item.at} />;
    case "unread":
      return <UnreadLine onSight={onUnreadSight} />;
    case "event":
      return (
        <Place id={item.message.id}>
          <EventLine message={item.message} contactName={name} />
        </Place>
      );
    case "note":
      return (
        <Place id={item.message.id}>
          <Note message={item.message} />
        </Place>
      );
    case "draft":
      return <DraftMessage draft={item.draft} quoted={held(item.draft.replyTo)} contactName={name} />;
    case "message": {
      const { message, first, last } = item;
      return (
        <Message
          message={message}
          quoted={held(message.replyTo)}
          can={can}
          onShow={onShow}
          shown={shown === message.id}
          first={first}
          last={last}
          delivery={deliveryOf(message, row)}
          contactName={row.contact.name.trim() || null}
          onAgain={onAgain}
        />
      );
    }
  }
}
