import { and, eq } from "drizzle-orm";
import { outsideShops } from "#db/in-shop";
import { devices } from "#db/schema/devices";
import type { Person } from "../actor";
import type { ForgetDevice } from "../input";

/** Tells this browser of nothing any more. A browser of another session is left alone, like one that is not there. */
export async function forgetDevice({ sessionId }: Person, { endpoint, audience }: ForgetDevice): Promise<void> {
  await outsideShops((tx) =>
    tx
      .delete(devices)
      .where(and(eq(devices.endpoint, endpoint), eq(devices.audience, audience), eq(devices.sessionId, sessionId))),
  );
}
