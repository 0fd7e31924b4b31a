"use client";

import { Copy, CornerUpLeft, Pencil, SmilePlus, Undo2 } from "lucide-react";
import type { MessageView } from "#lib/conversations/view-message";
import { Menu, MenuItem, MenuLine, MenuRow } from "#ui/menu";
import { useMessages } from "../../../../_i18n/language";
import { useShop } from "../../_parts/live-shop";
import { useCopy } from "../use-copy";
import { asPicture } from "./reactions";

export type MessageCan = {
  answer: (message: MessageView) => void;
  /** Null takes the shop's reaction back. */
  react: (message: MessageView, emoji: string | null) => void;
  /** Opens what changes a member's own message, or takes it back, or says why that cannot be. */
  ask: (what: OwnChange, message: MessageView) => void;
};

export type OwnChange = "change" | "takeBack";

type Sign = keyof ReturnType<typeof useMessages>["inboxMessenger"]["reactions"];
/** The signs Messenger offers first, in its order. */
const SIGNS: readonly Sign[] = ["❤", "😆", "😮", "😢", "😠", "👍"];

/** What can be done with one message: react, answer it, copy its words, change her own. It shows where a message is pointed at or reached by keyboard. */
export function MessageActions({ message, can, out }: { message: MessageView; can: MessageCan; out: boolean }) {
  const { inboxMessenger } = useMessages();
  const copy = useCopy();
  const { answer, react, ask } = can;
  const { memberId } = useShop();
  const isOwn = message.author === "member" && message.memberId === memberId;
  const own = SIGNS.find((sign) =>
    message.reactions.some((one) => one.author === "member" && asPicture(one.emoji) === asPicture(sign)),
  );
  return (
    <Menu
      align={out ? "end" : "start"}
      side="top"
      trigger={
        <button
          type="button"
          aria-label={inboxMessenger.more}
          title={inboxMessenger.more}
          className="grid size-7 shrink-0 place-items-center self-center rounded-full text-ink-3 hover:bg-hover hover:text-ink aria-expanded:bg-hover max-md:-mx-2 max-md:size-11 md:pointer-fine:opacity-0 md:pointer-fine:focus-visible:opacity-100 md:pointer-fine:group-hover/message:opacity-100 md:pointer-fine:aria-expanded:opacity-100"
        >
          <SmilePlus aria-hidden="true" size={15} />
        </button>
      }
    >
      <MenuRow
        label={inboxMessenger.react}
        value={own ?? null}
        onChange={(sign) => react(message, sign === own ? null : sign)}
        options={SIGNS.map((value) => ({ value, sign: asPicture(value), label: inboxMessenger.reactions[value] }))}
      />
      <MenuLine />
      <MenuItem icon={<CornerUpLeft size={16} />} onSelect={() => answer(message)}>
        {inboxMessenger.answer}
      </MenuItem>
      {message.body ? (
        <MenuItem icon={<Copy size={16} />} onSelect={() => copy(message.body)}>
          {inboxMessenger.copy}
        </MenuItem>
      ) : null}
      {isOwn && message.body ? (
        <MenuItem icon={<Pencil size={16} />} onSelect={() => ask("change", message)}>
          {inboxMessenger.change.open}
        </MenuItem>
      ) : null}
      {isOwn ? (
        <MenuItem icon={<Undo2 size={16} />} onSelect={() => ask("takeBack", message)}>
          {inboxMessenger.takeBack.open}
        </MenuItem>
      ) : null}
    </Menu>
  );
}
