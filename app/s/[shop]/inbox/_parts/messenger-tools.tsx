"use client";

import { Sticker } from "lucide-react";
import { createElement, lazy, Suspense, useRef, useState } from "react";
import { STICKERS, type StickerName } from "#lib/conversations/stickers";
import { applyToTimeline } from "#lib/conversations/timeline";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import type { MessageView } from "#lib/conversations/view-message";
import { IconButton } from "#ui/icon-button";
import { Menu, MenuItem, MenuLabel, MenuLine } from "#ui/menu";
import { useMessages } from "../../../../_i18n/language";
import { newKey } from "../../../../_shared/new-key";
import { useRun } from "../../../../_shared/use-run";
import { useShop } from "../../_parts/live-shop";
import { useIsCardBegun } from "../use-card";
import { useInbox } from "./inbox-context";

const CardDialog = lazy(() => import("./card-dialog"));

type Props = {
  row: ConversationRow;
  /** The message that a sticker answers. */
  replyTo: string | null;
  onSent: () => void;
};

/** What only Messenger takes beside words and files: stickers, which go at once, and cards with buttons. */
export function MessengerTools({ row, replyTo, onSent }: Props) {
  const { stickers: texts } = useMessages().inboxMessenger;
  const { threads } = useShop();
  const { actions } = useInbox();
  const { run } = useRun();
  const [writing, setWriting] = useState(false);
  const begun = useIsCardBegun(row.id);
  /** A sticker pressed again after no answer came is that sticker again. */
  const unsure = useRef<{ sticker: StickerName; clientKey: string } | null>(null);
  const show = (message: MessageView) =>
    threads.change(row.id, (held) => applyToTimeline(held, { type: "message.stored", message }));

  function send(sticker: StickerName) {
    const clientKey = unsure.current?.sticker === sticker ? unsure.current.clientKey : newKey();
    unsure.current = { sticker, clientKey };
    const input = { conversationId: row.id, clientKey, sticker, ...(replyTo ? { replyTo } : {}) };
    const done = (message: MessageView) => {
      unsure.current = null;
      show(message);
      onSent();
    };
    run(() => actions.sendSticker(input), done).catch(reportError);
  }
  return (
    <>
      <Menu
        side="top"
        trigger={<IconButton label={texts.open} icon={<Sticker aria-hidden="true" size={16} />} className="-ml-2" />}
      >
        <MenuLabel>{texts.title}</MenuLabel>
        {STICKERS.map((name) => (
          <MenuItem
            key={name}
            onSelect={() => send(name)}
            icon={createElement("img", { src: `/stickers/${name}.png`, alt: "", className: "my-1 size-8" })}
          >
            {texts.names[name]}
          </MenuItem>
        ))}
        <MenuLine />
        <MenuItem onSelect={() => setWriting(true)}>{begun ? texts.cardBegun : texts.card}</MenuItem>
      </Menu>
      {writing ? (
        <Suspense>
          <CardDialog conversationId={row.id} onStored={show} onClose={() => setWriting(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
