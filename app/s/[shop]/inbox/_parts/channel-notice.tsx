"use client";

import { Unplug } from "lucide-react";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import { Banner } from "#ui/banner";
import { TextLink } from "#ui/text-link";
import { useMessages } from "../../../../_i18n/language";
import { useShop } from "../../_parts/live-shop";

/** Says that nothing goes out on this channel now, and where owners and admins mend it. */
export function ChannelNotice({ row }: { row: ConversationRow }) {
  const { inboxMessenger } = useMessages();
  const { slug, role } = useShop();
  if (row.channelState === "open") return null;
  return (
    <Banner
      tone={row.channelState === "paused" ? "warning" : "neutral"}
      role="status"
      icon={<Unplug aria-hidden="true" size={16} />}
      className="mx-4 mb-2 max-md:mx-2"
    >
      {inboxMessenger[row.channelState]}{" "}
      {role === "agent" ? null : <TextLink href={`/s/${slug}/settings/messenger`}>{inboxMessenger.mend}</TextLink>}
    </Banner>
  );
}
