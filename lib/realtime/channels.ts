/** Every channel of ours, and what its id names. Anything else is no channel: whoever authorises denies by default. */
export type ChannelKind = "shop" | "conversation" | "presence" | "visitor" | "person";
export type ChannelRef = { kind: ChannelKind; id: string };

const PREFIX = {
  shop: "private-shop-",
  conversation: "private-conversation-",
  presence: "presence-conversation-",
  visitor: "private-visitor-",
  person: "private-person-",
} as const satisfies Record<ChannelKind, string>;

const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const CHANNEL = new RegExp(
  `^(private-shop|private-conversation|presence-conversation|private-visitor|private-person)-(${UUID})$`,
);
const KIND: Record<string, ChannelKind> = {
  "private-shop": "shop",
  "private-conversation": "conversation",
  "presence-conversation": "presence",
  "private-visitor": "visitor",
  "private-person": "person",
};

/** List and count changes of one shop, for its members. */
export function shopChannel(shopId: string): string {
  return PREFIX.shop + shopId;
}

/** Messages and changes of one conversation, for the shop's members. */
export function conversationChannel(conversationId: string): string {
  return PREFIX.conversation + conversationId;
}

/** Which members are looking at one conversation. */
export function presenceChannel(conversationId: string): string {
  return PREFIX.presence + conversationId;
}

/** What one visitor of a storefront may see of her own conversation. */
export function visitorChannel(visitorId: string): string {
  return PREFIX.visitor + visitorId;
}

/** That something of a shopper's own changed, in whatever shop, for her own place. */
export function personChannel(personId: string): string {
  return PREFIX.person + personId;
}

/** What a channel name means, or null. The whole name must match: lower-case prefix and a lower-case UUID, nothing around it. */
export function parseChannel(name: string): ChannelRef | null {
  const [, prefix = "", id = ""] = CHANNEL.exec(name) ?? [];
  const kind = KIND[prefix];
  return kind ? { kind, id } : null;
}
