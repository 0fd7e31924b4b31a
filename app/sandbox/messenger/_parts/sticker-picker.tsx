"use client";

import { Smile } from "lucide-react";
import Image from "next/image";
import { Popover as Radix } from "radix-ui";
import { useSandboxMessages } from "#app/_i18n/sandbox-language";
import { IconButton } from "#ui/icon-button";
import { Popover } from "#ui/popover";

const STICKERS = ["thumb", "heart", "peony", "thanks", "party", "wait"] as const;
const EMOJIS = ["😀", "😊", "😍", "🙏", "🎉", "💐", "👍", "❤️"] as const;

type Props = { onEmoji: (emoji: string) => void; onSticker: (stickerId: string) => void };

/** Stickers, which are sent at once, and emojis, which go into the box. */
export function StickerPicker({ onEmoji, onSticker }: Props) {
  const { sandboxMessenger: texts } = useSandboxMessages();
  const names: Record<string, string> = texts.emojiNames;
  return (
    <Popover
      label={texts.stickers}
      align="end"
      className="w-70 p-2"
      trigger={
        <IconButton
          label={texts.stickers}
          icon={<Smile aria-hidden="true" size={20} />}
          className="size-9.5 rounded-full! text-(--mm-ink)!"
        />
      }
    >
      <ul className="grid grid-cols-3 gap-1">
        {STICKERS.map((name) => (
          <li key={name} className="grid">
            <Radix.Close
              aria-label={texts.sendSticker(texts.stickerNames[name])}
              onClick={() => onSticker(name)}
              className="grid place-items-center rounded-md p-2 hover:bg-hover"
            >
              <Image src={`/sandbox/stickers/${name}.svg`} alt="" width={64} height={64} unoptimized />
            </Radix.Close>
          </li>
        ))}
      </ul>
      <ul className="mt-1 grid grid-cols-8 border-line border-t pt-1">
        {EMOJIS.map((emoji) => (
          <li key={emoji} className="grid">
            <button
              type="button"
              aria-label={texts.insertEmoji(names[emoji] ?? emoji)}
              onClick={() => onEmoji(emoji)}
              className="min-h-9 rounded-sm text-[1.125rem] hover:bg-hover max-md:min-h-11"
            >
              {emoji}
            </button>
          </li>
        ))}
      </ul>
    </Popover>
  );
}
