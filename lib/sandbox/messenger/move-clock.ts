import { and, eq, gt, lte } from "drizzle-orm";
import { outsideShops } from "#db/in-shop";
import { sandboxWebhooks } from "#db/schema/sandbox-messenger";
import { readControls, setClock } from "./controls";
import { scheduleDelivery } from "./queue-webhook";

/** Moves the sandbox's clock by so many milliseconds, back with a negative number; what is due then goes out at once. */
export async function moveClock(by: number): Promise<void> {
  const { clockOffset, now: before } = await readControls();
  await setClock(clockOffset + by);
  await outsideShops(async (tx) => {
    const controls = await readControls(tx);
    const due = await tx
      .select()
      .from(sandboxWebhooks)
      .where(
        and(
          eq(sandboxWebhooks.state, "waiting"),
          gt(sandboxWebhooks.nextAt, before),
          lte(sandboxWebhooks.nextAt, controls.now),
        ),
      );
    for (const { id, items, nextAt } of due)
      await scheduleDelivery(tx, { id, pageId: items[0]?.pageId ?? "", nextAt }, controls);
  });
}
