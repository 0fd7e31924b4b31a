import { createHash } from "node:crypto";
import { keepDeliveries } from "#db/in-shop";
import { AppError } from "#lib/core/errors";
import { log } from "#lib/core/log";
import { gather } from "./gather";

const MB = 1024 * 1024;

/** The platform gives up on an answer after five seconds; one that says "later" must come before. */
const KEEP_WITHIN_MS = 3_500;

/** One slot: what wakes the worker is committed one after another in any case, so a second would only halve the batches. */
const keepTogether = gather(keepMany, {
  slots: 1,
  together: { items: 256, bytes: 8 * MB },
  waiting: { items: 4_096, bytes: 64 * MB },
});

/** In order of their ids, so that two batches with the same deliveries never wait for each other. */
async function keepMany(bodies: Buffer[]): Promise<void> {
  const deliveries = bodies.map((body) => ({ id: createHash("sha256").update(body).digest("hex"), body }));
  await keepDeliveries(
    "messenger",
    deliveries.sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
}

/** How a delivery is stored, and within how many milliseconds it must be. */
type Keeping = { keep: (body: Buffer, bytes: number) => Promise<void>; withinMs: number };

/**
 * Keeps a delivery's raw body and queues its processing; returns when both are durable. The same body again changes
 * nothing: the platform gives its deliveries no id, so their SHA-256 is it. Throws `unavailable` when it could not be
 * kept in time; it may have been kept all the same.
 */
export async function keepDelivery(
  body: Buffer,
  { keep, withinMs }: Keeping = { keep: keepTogether, withinMs: KEEP_WITHIN_MS },
): Promise<void> {
  let late: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new AppError("unavailable", "unavailable")), withinMs);
  });
  try {
    await Promise.race([keep(body, body.length), timeout]);
  } catch (error) {
    if (error instanceof AppError) throw error;
    log.error({ err: error }, "a delivery could not be kept");
    throw new AppError("unavailable", "unavailable");
  } finally {
    clearTimeout(late);
  }
}
