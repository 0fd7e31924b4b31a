import { inShop } from "#db/in-shop";
import { connections } from "#db/schema/shops";
import { newId, newToken } from "#lib/core/ids";
import { seal } from "#lib/core/seal";
import { type MemberActor, requireRole } from "./actor";
import type { CreateConnection } from "./input";
import { recordAct } from "./record-act";

/**
 * Makes a connection by which the shop's own code posts orders. Its secret is given once, here, and kept sealed.
 */
export async function createConnection(
  actor: MemberActor,
  input: CreateConnection,
): Promise<{ id: string; secret: string }> {
  requireRole(actor, "admin");
  const [id, secret] = [newId(), newToken()];
  return inShop(actor.shopId, async (tx) => {
    const sealedSecret = seal(secret, `connections:${id}`);
    await tx
      .insert(connections)
      .values({ id, shopId: actor.shopId, kind: "storefront", name: input.name, sealedSecret });
    await recordAct(tx, actor, "connection_made", { name: input.name });
    return { id, secret };
  });
}
