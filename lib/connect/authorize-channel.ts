import { and, eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { conversations } from "#db/schema/conversations";
import { forbidden, invalid } from "#lib/core/errors";
import { parseChannel } from "#lib/realtime/channels";
import { type ChannelAuth, signChannel } from "#lib/realtime/sign";
import type { Person, VisitorActor } from "#lib/shops/actor";
import { listMemberships } from "#lib/shops/list-memberships";

type Wish = { socketId: string; channel: string };
const SAFE = /^[A-Za-z0-9_\-=@,.;]{1,200}$/;

function parse(wish: Wish) {
  if (!/^\d+\.\d+$/.test(wish.socketId) || !SAFE.test(wish.channel)) throw invalid("invalid");
  const channel = parseChannel(wish.channel);
  if (!channel) throw forbidden();
  return channel;
}

function signed(auth: ChannelAuth | null): ChannelAuth {
  if (!auth) throw invalid("invalid");
  return auth;
}

/**
 * Signs a person's subscription: to what is her own, and as a member to her shops' lists and their conversations. Everything else is refused, an unknown
 * kind of channel included; a malformed name is never signed (RT-01, RT-02).
 */
export async function authorizeMemberChannel(person: Person, wish: Wish): Promise<ChannelAuth> {
  const channel = parse(wish);
  if (channel.kind === "person") {
    if (channel.id !== person.id) throw forbidden();
    return signed(signChannel(wish.socketId, wish.channel));
  }
  const memberships = await listMemberships(person.id);
  if (channel.kind === "shop") {
    if (!memberships.some((membership) => membership.shopId === channel.id)) throw forbidden();
    return signed(signChannel(wish.socketId, wish.channel));
  }
  if (channel.kind === "visitor") throw forbidden();
  for (const membership of memberships) {
    const mine = await inShop(membership.shopId, (tx) =>
      tx
        .select({ id: conversations.id })
        .from(conversations)
        .where(and(eq(conversations.shopId, membership.shopId), eq(conversations.id, channel.id))),
    );
    if (mine.length === 0) continue;
    const presence = { user_id: membership.memberId, user_info: { name: person.name } };
    return signed(signChannel(wish.socketId, wish.channel, channel.kind === "presence" ? presence : undefined));
  }
  throw forbidden();
}

/** Signs a visitor's subscription to her own channel, and to nothing else. */
export function authorizeVisitorChannel(actor: VisitorActor, wish: Wish): ChannelAuth {
  const channel = parse(wish);
  if (channel.kind !== "visitor" || channel.id !== actor.visitorId) throw forbidden();
  return signed(signChannel(wish.socketId, wish.channel));
}
