"use client";

import { Ellipsis, Pencil, Reply, Undo2 } from "lucide-react";
import { useSandboxMessages } from "#app/_i18n/sandbox-language";
import { IconButton } from "#ui/icon-button";
import { Menu, MenuChoices, MenuItem, MenuLabel, MenuLine } from "#ui/menu";
import type { SaidView } from "../view";
import { useThePhone } from "./messenger-context";
import type { Writing } from "./writer";

const EMOJIS = ["❤️", "😆", "😮", "😢", "😠", "👍"] as const;

const QUIET =
  "self-center rounded-full! text-(--mm-quiet)! md:opacity-0 md:focus-visible:opacity-100 md:aria-expanded:opacity-100 md:group-hover:opacity-100";

type Props = { said: SaidView; who: string; onWrite: (writing: Writing) => void };

/** What can be done with one message: a reaction, an answer, and one's own may be changed or taken back. */
export function SaidMenu({ said, who, onWrite }: Props) {
  const { sandboxMessenger: texts } = useSandboxMessages();
  const { act } = useThePhone();
  const { mid, mine, reaction, text } = said;
  const react = (emoji: string | null) => void act({ act: "react", mid, emoji });
  return (
    <Menu
      align={mine ? "start" : "end"}
      trigger={
        <IconButton
          size="sm"
          label={texts.moreOf(who)}
          icon={<Ellipsis aria-hidden="true" size={16} />}
          className={QUIET}
        />
      }
    >
      <MenuLabel>{texts.react}</MenuLabel>
      <MenuChoices
        value={reaction.own}
        onChange={react}
        options={EMOJIS.map((emoji) => ({ value: emoji, label: `${emoji} ${texts.emojiNames[emoji]}` }))}
      />
      {reaction.own ? <MenuItem onSelect={() => react(null)}>{texts.takeReactionBack}</MenuItem> : null}
      <MenuLine />
      <MenuItem
        icon={<Reply aria-hidden="true" size={16} />}
        onSelect={() => onWrite({ kind: "reply", mid, text: text ?? texts.somethingSent })}
      >
        {texts.reply}
      </MenuItem>
      {mine && text ? (
        <MenuItem
          icon={<Pencil aria-hidden="true" size={16} />}
          disabled={!said.editable}
          onSelect={() => onWrite({ kind: "edit", mid, text })}
        >
          {texts.edit}
        </MenuItem>
      ) : null}
      {mine ? (
        <MenuItem
          icon={<Undo2 aria-hidden="true" size={16} />}
          danger
          onSelect={() => void act({ act: "unsend", mid })}
        >
          {texts.unsend}
        </MenuItem>
      ) : null}
    </Menu>
  );
}
