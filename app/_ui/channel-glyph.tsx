import { FlaskConical, MessageCircle } from "lucide-react";
import { classNames } from "./class-names";

export type Channel = "web_chat" | "messenger" | "facebook" | "sandbox";

const GROUNDS: Record<Channel, string> = {
  web_chat: "bg-shop text-on-shop",
  messenger: "bg-msgr text-on-msgr",
  facebook: "bg-fb text-on-fb",
  sandbox: "bg-chart-4 text-white",
};

/** The letter of the platform's sign-in button. */
export function FacebookLetter({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true">
      <path
        fill="currentColor"
        d="M6.9 11V6.7h1.5l.24-1.7H6.9V3.95c0-.5.16-.83.87-.83h.93V1.58A12 12 0 0 0 7.34 1.5C6 1.5 5.1 2.3 5.1 3.77V5H3.6v1.7h1.5V11Z"
      />
    </svg>
  );
}

function Glyph({ channel, size }: { channel: Channel; size: number }) {
  if (channel === "facebook") return <FacebookLetter size={size} />;
  if (channel === "web_chat") return <MessageCircle aria-hidden="true" size={size} className="stroke-[2.6]" />;
  if (channel === "sandbox") return <FlaskConical aria-hidden="true" size={size} className="stroke-[2.6]" />;
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="m3 16 6-7 5 5 7-7" />
    </svg>
  );
}

/** The round badge of a channel. It is a drawing: name the channel in words beside it. */
export function ChannelGlyph({
  channel,
  className,
  size = 10,
}: {
  channel: Channel;
  className?: string;
  size?: number;
}) {
  return (
    <span
      aria-hidden="true"
      className={classNames("grid place-items-center rounded-full", GROUNDS[channel], className)}
    >
      <Glyph channel={channel} size={size} />
    </span>
  );
}
