import { randomInt } from "node:crypto";
import { inShop } from "#db/in-shop";
import { channels } from "#db/schema/channels";
import { messengerPages } from "#db/schema/messenger";
import { newId } from "#lib/core/ids";
import { seal } from "#lib/core/seal";
import type { MemberActor } from "#lib/shops/actor";
import { pageTokenContext } from "./page-of";

export type ConnectedPage = { channelId: string; pageId: string; token: string };

/** A Page of the member's shop with a token that works; what the platform knows it by may be given. */
export async function makeConnectedPage(
  actor: MemberActor,
  name = "Maison Pivoine",
  { pageId, token } = { pageId: `10${randomInt(1e12, 1e13)}`, token: `PAGE-${newId()}` },
): Promise<ConnectedPage> {
  const channelId = newId();
  const { shopId, memberId: connectedBy } = actor;
  await inShop(shopId, async (tx) => {
    await tx.insert(channels).values({ id: channelId, shopId, kind: "messenger", externalId: pageId });
    await tx.insert(messengerPages).values({
      ...{ channelId, shopId, name, connectedBy, facebookUserId: String(randomInt(1e12, 1e13)) },
      ...{ sealedToken: seal(token, pageTokenContext(channelId)), scopes: [], tasks: [], subscribedFields: [] },
    });
  });
  return { channelId, pageId, token };
}
