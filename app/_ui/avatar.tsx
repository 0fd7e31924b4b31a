import { UserRound } from "lucide-react";
import { type Channel, ChannelGlyph } from "./channel-glyph";
import { classNames } from "./class-names";
import { hueOf, initialsOf } from "./hue";

const SIZES = {
  20: "size-5 text-[8px]",
  24: "size-6 text-[9px]",
  28: "size-7 text-[10.5px]",
  32: "size-8 text-[12px]",
  36: "size-9 text-[13.5px]",
  40: "size-10 text-[15px]",
  48: "size-12 text-[18px]",
  56: "size-14 text-[21px]",
};

export type AvatarSize = keyof typeof SIZES;

type Props = {
  /** Null for a person who has no name yet. */
  name: string | null;
  size?: AvatarSize;
  channel?: Channel;
  /** Shown as here now. */
  present?: boolean;
  /** Shown as away; the words that say so stand beside it. */
  away?: boolean;
  /** The name stands in words beside it, so screen readers pass over it. */
  decorative?: boolean;
  className?: string;
};

/** Initials on a hue that follows from the name. A parent of another ground sets `--avatar-gap` to it. */
export function Avatar({
  name,
  size = 32,
  channel,
  present = false,
  away = false,
  decorative = true,
  className,
}: Props) {
  const spoken = decorative || name === null ? { "aria-hidden": true as const } : { role: "img", "aria-label": name };
  return (
    <span
      {...spoken}
      {...(name === null ? {} : { "data-avatar": "", "data-hue": hueOf(name) })}
      className={classNames(
        "relative inline-grid shrink-0 place-items-center rounded-full font-semibold leading-none tracking-[-0.01em]",
        name === null && "bg-active text-ink-3",
        SIZES[size],
        className,
      )}
    >
      {name === null ? <UserRound size={size / 2} /> : <span aria-hidden="true">{initialsOf(name)}</span>}
      {channel ? (
        <ChannelGlyph
          channel={channel}
          className="-right-0.75 -bottom-0.75 absolute size-4.25 border-(--avatar-gap,var(--surface)) border-2"
        />
      ) : null}
      {present || away ? (
        <span
          data-dot=""
          className={classNames(
            "-right-px -bottom-px absolute size-2.5 rounded-full border-(--avatar-gap,var(--canvas)) border-2",
            away ? "bg-warning-dot" : "bg-success-dot",
          )}
        />
      ) : null}
    </span>
  );
}
