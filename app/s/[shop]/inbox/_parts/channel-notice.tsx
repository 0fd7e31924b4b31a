"use client";

import { Inbox, Unplug } from "lucide-react";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import { Banner } from "#ui/banner";
import { TextLink } from "#ui/text-link";
import { useMessages } from "../../../../_i18n/language";
import { useShop } from "../../_parts/live-shop";

/** Says that nothing goes out on this channel now and where that is mended, or that somebody else answers here. */
export function ChannelNotice({ row }: { row: ConversationRow }) {
  const { inboxMessenger } = useMessages();
  const { slug, role } = useShop();
  const { channelState, threadOwner } = row;
  if (channelState === "open" && threadOwner === null) return null;
  const Icon = channelState === "open" ? Inbox : Unplug;
  return (
    <Banner
      tone={channelState === "disconnected" ? "neutral" : "warning"}
      role="status"
      icon={<Icon aria-hidden="true" size={16} />}
      className="mx-4 mb-2 max-md:mx-2"
    >
      {channelState === "open" ? (
        inboxMessenger.otherApp
      ) : (
        <>
          {inboxMessenger[channelState]}{" "}
          {role === "agent" ? null : <TextLink href={`/s/${slug}/settings/messenger`}>{inboxMessenger.mend}</TextLink>}
        </>
      )}
    </Banner>
  );
}
