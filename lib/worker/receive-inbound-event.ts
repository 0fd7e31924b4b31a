import { sql } from "drizzle-orm";
import { outsideShops } from "#db/in-shop";
import { processDelivery } from "#lib/channels/messenger/inbound/process-delivery";
import { AppError } from "#lib/core/errors";
import { log } from "#lib/core/log";
import { storeDelivery } from "#lib/orders/receive-storefront";

type Kept = { source: string; connection_id: string | null; body: Buffer; received_at: string };

/** Which domain processes what each source delivers. */
const PROCESS: Record<string, (inboundEventId: string, kept: Kept) => Promise<void>> = {
  storefront: async (_, { connection_id: connectionId, body }) => storeDelivery(connectionId ?? "", body),
  messenger: async (inboundEventId, { body, received_at: receivedAt }) =>
    processDelivery(inboundEventId, body, new Date(receivedAt)),
};

/** Processes a kept delivery. Run twice it does nothing the second time; one that cannot be read is settled as that. */
export async function receiveInboundEvent({ inboundEventId }: { inboundEventId: string }): Promise<void> {
  const kept = await outsideShops(async (tx) => {
    const [row] = await tx.execute<Kept>(
      sql`select source, connection_id, body, received_at from inbound_take(${inboundEventId})`,
    );
    return row;
  });
  if (!kept) return;
  const problem = await processed(inboundEventId, kept);
  await outsideShops((tx) => tx.execute(sql`select inbound_settle(${inboundEventId}, ${problem})`));
}

async function processed(inboundEventId: string, kept: Kept): Promise<string | null> {
  const run = PROCESS[kept.source];
  if (!run) throw new Error(`nobody processes what ${kept.source} delivers`);
  try {
    await run(inboundEventId, kept);
    return null;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "invalid") throw error;
    log.warn({ inboundEventId, problem: error.key }, "a delivery cannot be read");
    return error.key;
  }
}
