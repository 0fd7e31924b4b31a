"use client";

import { useRef } from "react";
import { shopChannel } from "#lib/realtime/channels";
import { useChannel } from "../../../../../_realtime/use-channel";
import { useShop } from "../../../_parts/live-shop";
import { fetchJson } from "../../../fetch-json";

/**
 * Follows one part of a Page's settings: every change that is told, and everything after a silence, is read afresh and
 * given to `take`. An answer that a later question has overtaken is dropped. Gives the way to ask by hand.
 */
export function useChannelView<T>(
  channelId: string,
  part: "history" | "profile" | "templates",
  take: (value: T) => void,
): () => Promise<void> {
  const { id: shopId, slug } = useShop();
  const asked = useRef(0);
  const refresh = async (): Promise<void> => {
    asked.current += 1;
    const turn = asked.current;
    const answer = await fetchJson<T>(`/api/v1/shops/${slug}/channels/${channelId}/${part}`);
    if (answer.ok && turn === asked.current) take(answer.value);
  };
  const hear = () => refresh().catch(reportError);
  const heard = (changed: { channelId: string }) => {
    if (changed.channelId === channelId) void hear();
  };
  useChannel<{ channelId: string }>(shopChannel(shopId), { "channel.changed": heard, "channel.worked": heard }, hear);
  return refresh;
}
