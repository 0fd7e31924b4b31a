import { CircleCheck, Clock, ShieldOff, Timer, Undo2, UserRoundCheck } from "lucide-react";
import { Rich } from "#app/_i18n/rich";
import type { KitTexts } from "#lib/i18n/kit";
import type { Messages } from "#lib/i18n/messages";
import { Avatar } from "#ui/avatar";
import { Badge } from "#ui/badge";
import { Banner } from "#ui/banner";
import { Card } from "#ui/card";
import { ChannelGlyph } from "#ui/channel-glyph";
import { Chip, ChipButton } from "#ui/chip";
import { CountBadge } from "#ui/count-badge";
import { Dot } from "#ui/dot";
import { PermissionRow } from "#ui/permission-row";
import { ShopLogo } from "#ui/shop-logo";
import { TypingDots } from "#ui/typing-dots";
import { Wrap } from "./section";

type Props = { texts: KitTexts; messages: Messages };

const bold = { b: (inner: string) => <b>{inner}</b> };

export function Permissions({ texts, messages: { permissions } }: Props) {
  const { names, states } = permissions;
  return (
    <Card className="p-4">
      <PermissionRow state="on" name={names.service} word={states.on} detail={texts.givenDetail} />
      <PermissionRow
        state="not_given"
        name={names.order_updates}
        word={states.not_given}
        detail={permissions.neverAsked}
      />
      <PermissionRow state="off" name={names.offers} word={states.off} detail={texts.withdrawnDetail} />
      <PermissionRow state="asked" name={names.offers} word={states.asked} detail={texts.askedDetail} />
    </Card>
  );
}

export function Windows({ texts }: { texts: KitTexts }) {
  return (
    <div className="grid gap-2">
      <Banner icon={<Timer size={16} />}>
        <Rich text={texts.windowOpen} tags={bold} />
      </Banner>
      <Banner tone="warning" icon={<Timer size={16} />}>
        <Rich text={texts.windowLow} tags={bold} />
      </Banner>
      <Banner tone="warning" icon={<UserRoundCheck size={16} />}>
        <Rich text={texts.windowHuman} tags={bold} />
      </Banner>
      <Banner tone="danger" icon={<ShieldOff size={16} />}>
        {texts.windowClosed}
      </Banner>
      <Banner tone="danger" icon={<ShieldOff size={16} />}>
        <Rich text={texts.windowOffers} tags={bold} />
      </Banner>
    </div>
  );
}

export function Feedback({ texts, messages }: Props) {
  const { status } = messages.receipts;
  return (
    <div className="grid gap-3">
      <Banner tone="warning" icon={<Avatar name="Karim Benali" size={20} />}>
        <Rich text={texts.replying} tags={bold} />
      </Banner>
      <Banner tone="success" icon={<CircleCheck size={16} />}>
        {texts.exportReady}
      </Banner>
      <p className="flex items-center gap-2 text-caption text-ink-3">
        <TypingDots />
        {texts.writing}
      </p>
      <Wrap>
        <Badge tone="info">{status.preparing}</Badge>
        <Badge tone="success">{status.delivered}</Badge>
        <Badge tone="warning" icon={<Clock size={12} />}>
          {messages.receipts.unpaid}
        </Badge>
        <Badge tone="danger">{status.problem}</Badge>
        <Badge icon={<Undo2 size={12} />}>{status.refunded}</Badge>
        <Badge tone="brand">VIP</Badge>
        <Badge tone="outline">{messages.common.localInstall}</Badge>
        <CountBadge count={4} label={messages.inbox.unread(4)} />
      </Wrap>
      <Wrap>
        <Chip hue={150}>{texts.tags.delivery}</Chip>
        <Chip hue={60}>{texts.tags.wedding}</Chip>
        <ChipButton dashed>{messages.common.add}</ChipButton>
      </Wrap>
      <Wrap>
        {(["ok", "warn", "late", "idle"] as const).map((tone) => (
          <span key={tone} className="inline-flex items-center gap-1.25 text-caption text-ink-3">
            <Dot tone={tone} />
            {messages.inbox.waiting("2 min")}
          </span>
        ))}
      </Wrap>
    </div>
  );
}

const PEOPLE = [
  "Léa Moreau",
  "Karim Benali",
  "Tom Hughes",
  "Amélie Laurent",
  "Camille Roux",
  "Hugo Petit",
  "Nina Kowalski",
  "Inès Benomar",
];

export function People({ texts, messages }: Props) {
  return (
    <div className="grid gap-4">
      <Wrap>
        {PEOPLE.map((name) => (
          <Avatar key={name} name={name} size={40} decorative={false} />
        ))}
      </Wrap>
      <Wrap>
        <Avatar name="Amélie Laurent" size={40} channel="messenger" />
        <Avatar name="Priya Shah" size={40} channel="web_chat" />
        <Avatar name="Hugo Petit" size={40} channel="sandbox" />
        <Avatar name="Léa Moreau" size={28} present />
        <Avatar name="Tom Hughes" size={28} away />
        <Avatar name={null} size={40} />
        <span className="text-caption text-ink-3">{texts.noName}</span>
      </Wrap>
      <Wrap>
        <ShopLogo name="Maison Pivoine" size={40} />
        <ShopLogo name="Hartley & Finch Tea" size={40} colour="oklch(0.36 0.09 262)" onColour="white" />
        {(["messenger", "web_chat", "facebook", "sandbox"] as const).map((channel) => (
          <span key={channel} className="inline-flex items-center gap-2 text-label text-ink-2">
            <ChannelGlyph channel={channel} className="size-4.5" />
            {messages.common.channels[channel]}
          </span>
        ))}
      </Wrap>
    </div>
  );
}
