import type { AppState } from "./app-state";

const ATTRIBUTES = ["user_count", "subscription_count"] as const;
type Attribute = (typeof ATTRIBUTES)[number];

/** The attributes asked for in `info=a,b`, or null when one of them does not exist. */
export function readInfo(info: string | null | undefined): Attribute[] | null {
  const asked = (info ?? "").split(",").filter((name) => name !== "");
  const known = ATTRIBUTES.filter((name) => asked.includes(name));
  return asked.every((name) => known.some((attribute) => attribute === name)) ? known : null;
}

export function isPresence(channel: string): boolean {
  return channel.startsWith("presence-");
}

/** The asked attributes of one channel; an empty one has zeros. `user_count` exists for presence channels only. */
export function channelInfo(state: AppState, name: string, info: readonly Attribute[]): Record<string, number> {
  const channel = state.channels.get(name);
  return {
    ...(info.includes("subscription_count") ? { subscription_count: channel?.subscriptionCount ?? 0 } : {}),
    ...(info.includes("user_count") && isPresence(name) ? { user_count: channel?.userCount ?? 0 } : {}),
  };
}
