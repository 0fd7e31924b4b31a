"use client";

import { useRef } from "react";
import { shopChannel } from "#lib/realtime/channels";
import { useChannel } from "../../../../../_realtime/use-channel";
import { useShop } from "../../../_parts/live-shop";
import { fetchJson } from "../../../fetch-json";

/**
 * Follows one part of a Page's settings: every change that is told, and everything after a silence, is read afresh and
 * given to `take`. One question at a time. Gives the way to ask by hand.
 */
export function useChannelView<T>(
  channelId: string,
  part: "history" | "profile" | "templates",
  take: (value: T) => void,
): () => Promise<void> {
  const { id: shopId, slug } = useShop();
  const asking = useRef<"no" | "asking" | "again">("no");
  const refresh = async (): Promise<void> => {
    if (asking.current !== "no") {
      asking.current = "again";
      return;
    }
    for (asking.current = "again"; asking.current === "again"; ) {
      asking.current = "asking";
      const answer = await fetchJson<T>(`/api/v1/shops/${slug}/channels/${channelId}/${part}`);
      if (answer.ok) take(answer.value);
    }
    asking.current = "no";
  };
  const hear = () => refresh().catch(reportError);
  useChannel<{ channelId: string }>(
    shopChannel(shopId),
    {
      "channel.changed": (changed) => {
        if (changed.channelId === channelId) void hear();
      },
    },
    hear,
  );
  return refresh;
}
